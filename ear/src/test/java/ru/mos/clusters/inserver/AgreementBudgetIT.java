package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.agreement.AgreementFormat;
import ru.mos.clusters.agreement.AgreementTerms;
import ru.mos.clusters.agreement.AgreementTerms.BudgetItem;
import ru.mos.clusters.agreement.AgreementView;
import ru.mos.clusters.agreement.Agreements;
import ru.mos.clusters.agreement.ReportDrafts;
import ru.mos.clusters.agreement.ReportLine;
import ru.mos.clusters.agreement.Reports;
import ru.mos.clusters.agreement.TypedLine;
import ru.mos.clusters.platform.Paper;

/** What a subsidy may be spent on by the items of an agreement's budget, and what reports spend of them. */
class AgreementBudgetIT extends InServer {

    private static final LocalDate TODAY = Awarding.TODAY;
    private static final LocalDate SECOND_STAGE = LocalDate.of(2026, 10, 1);

    @Inject
    Granting grant;

    @Inject
    Agreements agreements;

    @Inject
    Reports reports;

    @Inject
    ReportDrafts drafts;

    @AfterEach
    void gone() throws Exception {
        grant.awarding().nothingLeft();
    }

    private static BudgetItem item(String name, String amount) {
        return new BudgetItem(name, new BigDecimal(amount));
    }

    private AgreementView edited(BudgetItem... items) throws Exception {
        return edited(List.of(items));
    }

    private AgreementView edited(List<BudgetItem> items) throws Exception {
        var agreement = grant.seen();
        var terms = agreement.pending().terms();
        return as(
                "department",
                () -> agreements.edit(
                        agreement.id(),
                        agreement.version(),
                        new AgreementTerms(
                                terms.article(),
                                terms.treasurySupport(),
                                terms.vatEligible(),
                                terms.instalments(),
                                items,
                                terms.targets())));
    }

    private void inForce(BudgetItem... items) throws Exception {
        grant.drawnUp("1000000.00");
        edited(items);
        as("chief", () -> agreements.sign(grant.id(), null));
        grant.registered("БО-1");
    }

    private void paid() throws Exception {
        grant.account(Granting.ACCOUNT);
        grant.evidenced(1, "600000.00", "11");
        grant.paid(1);
    }

    /** The second instalment, after the report on the first was accepted. */
    private void paidAgain() throws Exception {
        grant.awarding().on(SECOND_STAGE);
        grant.awarding().released(LocalDate.of(2026, 9, 25), 5);
        grant.evidenced(2, "900000.00", "12");
        grant.paid(2);
    }

    private static ReportLine line(String item, String number, LocalDate paidOn, String amount) {
        return new ReportLine(
                item, Granting.SUPPLIER, new Paper("Акт", number, paidOn), paidOn, new BigDecimal(amount));
    }

    private List<String> faults(UUID report) throws Exception {
        return as("auditor", () -> reports.faults(report)).stream()
                .map(fault -> fault.line() + " " + fault.kind() + (fault.detail() == null ? "" : " " + fault.detail()))
                .toList();
    }

    private List<String> uses(UUID report) throws Exception {
        return as("auditor", () -> reports.uses(report)).stream()
                .map(use -> Stream.of(use.budget(), use.before(), use.here(), use.remaining())
                        .map(BigDecimal::toPlainString)
                        .reduce(use.name(), (all, one) -> all + " " + one))
                .toList();
    }

    @Test
    void a_budget_is_none_at_first_and_then_makes_up_the_amount_to_the_kopeck() throws Exception {
        assertThat(grant.drawnUp("1000000.00").pending().terms().budget()).isEmpty();
        assertProblem(
                "agreement-budget-differs", () -> edited(item("Станки", "600000.00"), item("Оснастка", "399999.99")));
        assertProblem(
                "agreement-budget-differs", () -> edited(item("Станки", "600000.00"), item("Оснастка", "400000.01")));
        assertProblem(
                "agreement-budget-item-twice",
                () -> edited(item("Станки и линии", "600000.00"), item(" станки  И\u00a0линии", "400000.00")));
        assertProblem("agreement-sum-impossible", () -> edited(item("Станки", "1000000.00"), item("Оснастка", "0.00")));
        assertProblem("agreement-sum-impossible", () -> edited(item("Станки", "1000000.001")));
        assertProblem("field-required", () -> edited(item(" ", "1000000.00")));
        assertProblem("text-too-long", () -> edited(item("с".repeat(301), "1000000.00")));
        assertProblem(
                "agreement-budget-too-long", () -> edited(Collections.nCopies(101, item("Станки", "1000000.00"))));

        var whole = edited(item("с".repeat(300), "600000.00"), item("Оснастка", "400000.00"));

        assertThat(whole.pending().terms().budget())
                .containsExactly(item("с".repeat(300), "600000.00"), item("Оснастка", "400000.00"));
        assertThat(edited().pending().terms().budget()).isEmpty();
    }

    @Test
    void the_database_refuses_a_budget_that_differs_and_any_change_of_a_signed_one() throws Exception {
        grant.drawnUp("1000000.00");
        var insert = "insert into agreement.budget_item (agreement_id, edition, position, name, amount) values ('"
                + grant.id() + "', 1, %d, '%s', %s)";
        assertThatThrownBy(() -> grant.awarding().own(insert.formatted(1, "Станки", "999999.99")))
                .hasMessageContaining("does not add up");
        edited(item("Станки", "600000.00"), item("Оснастка", "400000.00"));
        assertThatThrownBy(() -> grant.awarding().own(insert.formatted(3, "ОСНАСТКА ", "1")))
                .hasMessageContaining("agreement_budget_item_twice");
        assertThatThrownBy(() -> grant.awarding().own("delete from agreement.budget_item where position = 2"))
                .hasMessageContaining("does not add up");
        as("chief", () -> agreements.sign(grant.id(), null));
        for (var change : List.of(
                "update agreement.budget_item set amount = 500000",
                "update agreement.budget_item set name = name || ' '",
                "delete from agreement.budget_item",
                insert.formatted(3, "Прочее", "1"))) {
            assertThatThrownBy(() -> grant.awarding().own(change)).as(change).hasMessageContaining("signed");
        }
    }

    @Test
    void a_line_outside_the_budget_is_found_and_on_an_item_the_last_kopeck_passes_and_one_more_does_not()
            throws Exception {
        inForce(item("Станки", "500000.00"), item("Оснастка", "500000.00"));
        paid();
        var report = as("applicant", () -> reports.begin(grant.id(), 1)).id();
        var lines = new ArrayList<>(List.of(
                line("Станки", "1", TODAY, "400000.00"),
                line(" СТАН\u00a0КИ ", "2", TODAY, "99999.99"),
                line("Прочее", "3", TODAY, "0.01"),
                line("станки", "4", TODAY, "0.01")));
        as("applicant", () -> reports.save(report, null, lines));
        assertThat(faults(report)).containsExactly("3 OUTSIDE_BUDGET");
        assertThat(uses(report))
                .containsExactly("Станки 500000.00 0.00 500000.00 0.00", "Оснастка 500000.00 0.00 0.00 500000.00");

        lines.add(line("Станки", "5", TODAY, "0.01"));
        as("applicant", () -> reports.save(report, null, lines));
        assertThat(faults(report)).containsExactly("3 OUTSIDE_BUDGET", "5 BEYOND_ITEM 500000.01 > 500000.00");
        assertThat(uses(report)).first().isEqualTo("Станки 500000.00 0.00 500000.01 -0.01");

        as("applicant", () -> reports.submit(report, null));
        assertProblem(
                "report-faults-open",
                () -> as(
                        "department", () -> reports.accept(report, null, new BigDecimal("500000.01"), "Строки 3 и 5")));
        as("department", () -> reports.accept(report, null, new BigDecimal("500000.00"), "Строки 3 и 5"));
        assertThat(uses(report)).first().isEqualTo("Станки 500000.00 0.00 500000.00 0.00");
        grant.reconciled();
    }

    @Test
    void without_a_budget_lines_are_spent_on_anything() throws Exception {
        inForce();
        paid();
        var report = as("applicant", () -> reports.begin(grant.id(), 1)).id();
        as("applicant", () -> reports.save(report, null, List.of(line("Прочее", "1", TODAY, "600000.00"))));

        assertThat(faults(report)).isEmpty();
        assertThat(uses(report)).isEmpty();
    }

    @Test
    void of_a_report_accepted_in_part_each_item_counts_in_proportion_and_the_next_report_and_amendment_follow()
            throws Exception {
        inForce(item("Станки", "600000.00"), item("Оснастка", "400000.00"));
        paid();
        var first = grant.submitted(
                        1,
                        List.of(
                                line("Станки", "1", TODAY, "300000.00"),
                                line("Оснастка", "2", TODAY, "200000.00"),
                                line("Прочее", "3", TODAY, "100000.00")))
                .id();
        as("department", () -> reports.accept(first, null, new BigDecimal("499999.99"), "Строка 3 вне сметы"));
        assertThat(uses(first))
                .as("the kopeck left out goes to the smaller remainder")
                .containsExactly(
                        "Станки 600000.00 0.00 299999.99 300000.01", "Оснастка 400000.00 0.00 200000.00 200000.00");

        paidAgain();
        var second = as("applicant", () -> reports.begin(grant.id(), 2)).id();
        as("applicant", () -> reports.save(second, null, List.of(line("оснастка", "4", SECOND_STAGE, "200000.00"))));
        assertThat(faults(second)).isEmpty();
        assertThat(uses(second)).last().isEqualTo("Оснастка 400000.00 200000.00 200000.00 0.00");
        as("applicant", () -> reports.save(second, null, List.of(line("оснастка", "4", SECOND_STAGE, "200000.01"))));
        assertThat(faults(second)).containsExactly("1 BEYOND_ITEM 400000.01 > 400000.00");
        assertThatThrownBy(() -> grant.awarding()
                        .own("insert into agreement.report_item (report_id, item, amount) values ('" + second
                                + "', 'Оснастка', 200000.01)"))
                .hasMessageContaining("beyond");
        assertThatThrownBy(() -> grant.awarding().own("update agreement.report_item set amount = 1"))
                .hasMessageContaining("kept");

        amendedNotBelowWhatIsSpent();
        grant.reconciled();
    }

    private void amendedNotBelowWhatIsSpent() throws Exception {
        as("department", () -> agreements.amend(grant.id(), null, "Станки дороже"));
        assertThat(grant.seen().pending().terms().budget()).hasSize(2);
        assertProblem(
                "agreement-budget-below-spent",
                () -> edited(item("Станки", "800000.01"), item("Оснастка", "199999.99")));
        assertProblem(
                "agreement-budget-below-spent",
                () -> edited(item("Станки", "800000.00"), item("Наладка", "200000.00")));
        edited(item("Станки", "700000.00"), item("Наладка", "100000.00"), item("ОСНАСТКА", "200000.00"));
        as("chief", () -> agreements.sign(grant.id(), null));
        assertThat(grant.seen().inForce().terms().budget()).hasSize(2);
        as("accountant", () -> agreements.register(grant.id(), null, "БО-1/1", SECOND_STAGE));
        assertThat(grant.seen().inForce().terms().budget())
                .extracting(BudgetItem::name)
                .containsExactly("Станки", "Наладка", "ОСНАСТКА");
        var text = new ByteArrayOutputStream();
        as("auditor", () -> {
            agreements.write(grant.id(), 2, AgreementFormat.DOCX, text);
            return null;
        });
        assertThat(part(text.toByteArray(), "word/document.xml").replaceAll("<[^>]*>", " "))
                .contains("Субсидию расходуют по смете", "Наладка", "100 000,00")
                .contains("Статья сметы «Наладка»", "Статья сметы «Оснастка»");
    }

    private static String part(byte[] file, String name) throws Exception {
        var kept = Files.write(Files.createTempFile("part", ".zip"), file);
        try (var zip = new ZipFile(kept.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            Files.delete(kept);
        }
    }

    @Test
    void the_workbook_of_a_report_offers_the_items_and_comes_in_with_them() throws Exception {
        inForce(item("Станки", "600000.00"), item("Оснастка", "400000.00"));
        paid();
        var report = as("applicant", () -> reports.begin(grant.id(), 1)).id();
        var lines = List.of(line("Станки", "1", TODAY, "600000.00"));
        as("applicant", () -> reports.save(report, null, lines));
        for (var language : List.of("ru", "en")) {
            var bytes = as("auditor", () -> reports.workbook(report, Locale.forLanguageTag(language)));

            assertThat(part(bytes, "xl/worksheets/sheet1.xml"))
                    .contains("dataValidation", language.equals("ru") ? "'Смета'!$A$2:$A$3" : "'Budget'!$A$2:$A$3");
            as("applicant", () -> reports.upload(report, null, new ByteArrayInputStream(bytes)));
            assertThat(as("auditor", () -> reports.view(report)).lines()).isEqualTo(lines);
        }
    }

    @Test
    void a_hundred_thousand_lines_are_checked_against_the_budget_at_once() throws Exception {
        inForce(item("Станки", "500000.00"), item("Оснастка", "500000.00"));
        paid();
        var report = as("applicant", () -> reports.begin(grant.id(), 1)).id();
        grant.awarding().own("""
                insert into agreement.report_line (report_id, position, item, contractor, document_title, document_number,
                                                   document_date, paid_on, amount)
                select '%s', n, case when n %% 1000 = 0 then 'Прочее' when n %% 2 = 0 then 'Станки' else 'Оснастка ' end, '%s', 'Акт',
                       n::text, '2026-06-01', '2026-06-01', 10.01
                  from generate_series(1, 100000) n""".formatted(report, Granting.SUPPLIER.digits()));

        var found = faults(report);

        assertThat(found).filteredOn(fault -> fault.endsWith("OUTSIDE_BUDGET")).hasSize(100);
        assertThat(found)
                .filteredOn(fault -> fault.contains("BEYOND_ITEM"))
                .as("49 950 lines of 10.01 fit into the item")
                .hasSize(50_000 - 49_950)
                .first()
                .asString()
                .endsWith(" 500009.51 > 500000.00");
    }

    private static TypedLine typed(String item, String amount) {
        return new TypedLine(item, "77", null, null, "31.0", null, amount);
    }

    @Test
    void what_is_typed_is_kept_unfinished_for_its_writer_alone_until_it_is_saved() throws Exception {
        inForce();
        paid();
        var report = as("applicant", () -> reports.begin(grant.id(), 1));
        var id = report.id();
        assertThat(as("applicant", () -> drafts.find(id))).isEmpty();

        var kept = as("applicant", () -> drafts.keep(id, report.version(), 0, List.of(typed(" Станок ", "12,"))));

        assertThat(kept.lines()).containsExactly(typed("Станок", "12,"));
        assertThat(as("applicant", () -> drafts.find(id))).contains(kept);
        assertThat(as("department", () -> drafts.find(id))).isEmpty();
        assertThat(as("auditor", () -> reports.view(id))).isEqualTo(report);
        assertProblem(
                "changed-meanwhile",
                () -> as("applicant", () -> drafts.keep(id, report.version(), 0, List.of(typed("Окно", "1")))));
        var again = as(
                "applicant",
                () -> drafts.keep(id, report.version(), kept.revision(), List.of(typed("Станок", "12,5"))));
        assertThat(again.revision()).isEqualTo(kept.revision() + 1);
        assertProblem(
                "report-lines-too-many",
                () -> as(
                        "applicant",
                        () -> drafts.keep(
                                id,
                                report.version(),
                                again.revision(),
                                Collections.nCopies(201, typed("Станок", "1")))));

        var saved = as("department", () -> reports.save(id, null, List.of(line("Станок", "1", TODAY, "600000.00"))));
        assertThat(as("applicant", () -> drafts.find(id))).as("told, not lost").contains(again);
        assertProblem(
                "changed-meanwhile",
                () -> as(
                        "applicant",
                        () -> drafts.keep(id, report.version(), again.revision(), List.of(typed("Станок", "13")))));
        as("applicant", () -> drafts.keep(id, saved.version(), again.revision(), List.of(typed("Станок", "13"))));
        as("applicant", () -> reports.save(id, saved.version(), List.of(line("Станок", "1", TODAY, "600000.00"))));
        assertThat(as("applicant", () -> drafts.find(id))).isEmpty();

        as("applicant", () -> reports.submit(id, null));
        assertProblem("report-sent", () -> as("applicant", () -> drafts.keep(id, saved.version() + 2, 0, List.of())));
        assertThatThrownBy(() -> as("auditor", () -> drafts.find(id)))
                .isInstanceOf(jakarta.ejb.EJBAccessException.class);
        grant.awarding().own("update platform.app_user set organisation_id = null; delete from platform.mandate");
        assertProblem("report-unknown", () -> as("applicant", () -> drafts.find(id)));
    }
}
