package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.mos.clusters.agreement.ReportLine;
import ru.mos.clusters.agreement.ReportUpload;
import ru.mos.clusters.agreement.ReportView;
import ru.mos.clusters.agreement.Reports;
import ru.mos.clusters.platform.Paper;

/** Lines of a report as a workbook, out and in. */
class ReportFilesIT extends InServer {

    private static final LocalDate TODAY = Awarding.TODAY;
    private static final Object[] HEADINGS = {
        "На что *",
        "ИНН того, кому заплатили *",
        "Название документа *",
        "Номер документа *",
        "Дата документа *",
        "Дата оплаты *",
        "Сумма, ₽ *"
    };

    @Inject
    Granting grant;

    @Inject
    Reports reports;

    private ReportView report;

    @BeforeEach
    void begun() throws Exception {
        grant.inForce("1000000.00");
        grant.account(Granting.ACCOUNT);
        grant.evidenced(1, "600000.00", "11");
        grant.paid(1);
        report = as("applicant", () -> reports.begin(grant.id(), 1));
    }

    @AfterEach
    void gone() throws Exception {
        grant.reconciled();
        grant.awarding().nothingLeft();
    }

    private ReportUpload uploaded(String login, byte[] workbook) throws Exception {
        return as(login, () -> reports.upload(report.id(), null, new ByteArrayInputStream(workbook)));
    }

    private static byte[] workbook(String title, List<Object[]> rows) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            OpeningBook.sheet(workbook, title, HEADINGS, rows);
        }
        return bytes.toByteArray();
    }

    private static Object[] row(Object item, Object inn, Object number, Object paidOn, Object amount) {
        return new Object[] {item, inn, "Акт", number, TODAY, paidOn, amount};
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru", "en"})
    void a_workbook_goes_out_with_the_lines_written_and_comes_in_as_they_are(String language) throws Exception {
        var lines = List.of(
                Granting.line("=1+1", TODAY, "599999.99"),
                new ReportLine(
                        "<b>Оснастка</b>",
                        Granting.SUPPLIER,
                        new Paper("Накладная", "007", TODAY.minusDays(1)),
                        TODAY,
                        new BigDecimal("0.01")));
        as("applicant", () -> reports.save(report.id(), null, lines));
        var bytes = as("auditor", () -> reports.workbook(report.id(), Locale.forLanguageTag(language)));
        as("applicant", () -> reports.save(report.id(), null, List.of(Granting.line("9", TODAY, "1.00"))));

        var written = uploaded("applicant", bytes);

        assertThat(written.rejected()).isEmpty();
        assertThat(as("auditor", () -> reports.view(report.id())).lines()).isEqualTo(lines);
    }

    @Test
    void every_fault_is_told_by_sheet_row_and_column_and_nothing_is_written() throws Exception {
        var kept = List.of(Granting.line("1", TODAY, "100.00"));
        as("applicant", () -> reports.save(report.id(), null, kept));
        var rows = new ArrayList<Object[]>();
        rows.add(row("Станок", "7728168971", "1", TODAY, "1 000,50"));
        rows.add(row(null, "7728168972", "—", "31.02.2026", "ноль"));
        rows.add(row("Станок", "7728168971", "2", TODAY, 0));
        rows.add(row("Станок", "7728168971", "3", TODAY, "0,001"));
        rows.add(row("Станок", "7728168971", "4", TODAY, -1));
        rows.add(row("Станок", "7728168971", "5".repeat(101), TODAY, 1));

        var refused = uploaded("applicant", workbook("Расходы", rows));

        assertThat(refused.isDone()).isFalse();
        assertThat(refused.rejected())
                .extracting(
                        place -> place.pointer() + " " + place.problem().code().slug())
                .containsExactlyInAnyOrder(
                        "/Расходы/3/На что * cell-missing",
                        "/Расходы/3/ИНН того, кому заплатили * inn-checksum",
                        "/Расходы/3/Номер документа * evidence-number-missing",
                        "/Расходы/3/Дата оплаты * cell-date-malformed",
                        "/Расходы/3/Сумма, ₽ * cell-sum-malformed",
                        "/Расходы/4/Сумма, ₽ * agreement-sum-impossible",
                        "/Расходы/5/Сумма, ₽ * cell-sum-impossible",
                        "/Расходы/6/Сумма, ₽ * cell-sum-impossible",
                        "/Расходы/7/Номер документа * text-too-long");
        assertThat(as("auditor", () -> reports.view(report.id())).lines()).isEqualTo(kept);
    }

    @Test
    void a_workbook_without_lines_of_another_sheet_or_after_the_report_was_sent_is_refused() throws Exception {
        assertProblem("report-lines-missing", () -> uploaded("applicant", workbook("Расходы", List.of())));
        assertThat(uploaded("applicant", workbook("Сметы", List.of())).rejected())
                .extracting(place -> place.problem().code().slug())
                .containsExactly("sheet-unknown");
        assertProblem("workbook-unreadable", () -> uploaded("applicant", new byte[] {'M', 'Z'}));
        var rows = List.<Object[]>of(row("Станок", "7728168971", "1", TODAY, "600000"));
        assertThat(uploaded("department", workbook("spending", rows)).isDone()).isTrue();
        as("applicant", () -> reports.submit(report.id(), null));
        assertProblem("report-sent", () -> uploaded("applicant", new byte[] {'M', 'Z'}));
    }
}
