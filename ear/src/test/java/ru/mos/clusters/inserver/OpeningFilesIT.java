package ru.mos.clusters.inserver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.inserver.OpeningBook.DAY;
import static ru.mos.clusters.inserver.OpeningBook.KBK;
import static ru.mos.clusters.inserver.OpeningBook.sum;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.ledger.Stage;
import ru.mos.clusters.ledger.opening.OpeningState;
import ru.mos.clusters.ledger.opening.OpeningSums;
import ru.mos.clusters.ledger.year.PrepareYearEnd;

/** Workbooks of opening balances: what is refused, where, and where the bounds are. */
class OpeningFilesIT extends OpeningInServer {

    @Test
    void of_what_is_wrong_everything_is_told_at_its_row_and_column_and_nothing_is_kept() throws Exception {
        var wrong = OpeningBook.ofTen()
                .agreement("", "31.02.2026", "7707083894", "26", "807", "много", sum("-1"), sum("0.001"), null, null)
                .agreement(null, DAY.plusDays(1), "77070838", "2004", KBK, null, sum("1"), null, null, null)
                .agreement("Ф-1", SIGNED, INN, "2026", new BigDecimal(KBK), null, sum("1"), null, null, null)
                .agreement("Ф-2", SIGNED, INN, "2026", KBK, null, sum("0"), null, null, null)
                .agreement("Ф-3", SIGNED, INN, "2012", KBK, null, null, null, sum("1"), null)
                .agreement("Ф-4", SIGNED, INN, "2025", KBK, sum("1"), sum("1"), sum("1"), sum("1"), sum("1"))
                .agreement("Ф-5", SIGNED, INN, "2027", KBK, sum("1"), sum("1"), sum("1"), sum("1"), sum("1"))
                .agreement("с-1/2026", SIGNED, INN, "2026", KBK, sum("1"), null, null, null, null)
                .agreement("С-1/2026", SIGNED, "7700000016", "2027", KBK, sum("1"), null, null, null, null)
                .agreement("Ф".repeat(201), SIGNED, INN, "2026", KBK, sum("1"), null, null, null, null)
                .agreement("Ф-6", SIGNED, INN, "2026", KBK, sum("9999999999999.99"), sum("0.01"), null, null, null)
                .budgetLine("2026", "807 04 12 1234567890 811", sum("1"), null)
                .budgetLine("2025", OTHER, sum("1"), sum("1"))
                .budgetLine(null, null, null, sum("1"));

        assertThat(refused(wrong))
                .containsExactlyInAnyOrder(
                        "/Соглашения/12/Номер соглашения * cell-missing",
                        "/Соглашения/12/Дата соглашения * cell-date-malformed",
                        "/Соглашения/12/ИНН получателя * inn-checksum",
                        "/Соглашения/12/Бюджетный год * opening-year-unreadable",
                        "/Соглашения/12/Зарезервировано cell-sum-malformed",
                        "/Соглашения/12/Обязательства cell-sum-impossible",
                        "/Соглашения/12/К оплате cell-sum-impossible",
                        "/Соглашения/13/Номер соглашения * cell-missing",
                        "/Соглашения/13/Дата соглашения * opening-agreement-later",
                        "/Соглашения/13/ИНН получателя * inn-malformed",
                        "/Соглашения/13/Бюджетный год * account-year-impossible",
                        "/Соглашения/14/КБК * opening-kbk-as-number",
                        "/Соглашения/15 opening-row-empty",
                        "/Соглашения/16/КБК * account-kbk-not-of-year",
                        "/Соглашения/17/Зарезервировано opening-year-over",
                        "/Соглашения/17/Обязательства opening-year-over",
                        "/Соглашения/17/К оплате opening-year-over",
                        "/Соглашения/18/К оплате opening-due-early",
                        "/Соглашения/19/Номер соглашения * opening-repeated",
                        "/Соглашения/20/ИНН получателя * opening-party-differs",
                        "/Соглашения/21/Номер соглашения * opening-number-long",
                        "/Соглашения/22 opening-total-impossible",
                        "/Строки бюджета/3/КБК * opening-repeated",
                        "/Строки бюджета/4/Ассигнования без лимитов opening-year-over",
                        "/Строки бюджета/4/Свободные лимиты opening-year-over",
                        "/Строки бюджета/5/Бюджетный год * cell-missing",
                        "/Строки бюджета/5/КБК * cell-missing");
        assertThat(load(wrong.bytes(), DAY).rejections()).isEqualTo(27);
    }

    @Test
    void a_sum_has_whole_kopecks_from_one_kopeck_to_one_below_ten_trillion() throws Exception {
        assertThat(prepared(agreement("С-1", "2026", sum("0.01"), sum("9999999999999.98")))
                        .total())
                .isEqualTo("9999999999999.99");
        for (var sum : List.<Object>of(
                sum("0.001"), sum("1.005"), sum("-0.01"), sum("10000000000000"), "1,234", "−1", "1.2.3", "1e3")) {
            assertThat(refused(agreement("С-2", "2026", sum)))
                    .as(sum.toString())
                    .singleElement()
                    .asString()
                    .matches("/Соглашения/2/Зарезервировано cell-sum-(impossible|malformed)");
        }
        assertThat(refused(agreement("С-2", "2026", sum("0"), "0,00")))
                .containsExactly("/Соглашения/2 opening-row-empty");
        assertThat(prepared(agreement("С-2", "2026", sum("4.3499999999999996"), "1\u00a0234,5 ", "+0.5"))
                        .sums())
                .extracting(OpeningSums::reserved, OpeningSums::committed, OpeningSums::due)
                .extracting(Object::toString)
                .containsExactly("4.35", "1234.50", "0.50");
    }

    @Test
    void balances_are_taken_on_at_the_latest_today_and_never_in_a_closed_month() throws Exception {
        var book = agreement("С-1", "2026", null, sum("1.00")).bytes();
        assertProblem("entry-in-future", () -> load(book, LocalDate.of(2026, 3, 11)));
        as("accountant", () -> months.close(LocalDate.of(2026, 2, 28)));
        assertProblem("entry-in-closed-month", () -> load(book, LocalDate.of(2026, 2, 28)));
        var first = load(book, LocalDate.of(2026, 3, 1)).opening();
        at("2026-04-01 00:00:00");
        as("accountant", () -> months.close(LocalDate.of(2026, 3, 31)));

        assertProblem("entry-in-closed-month", () -> as("chief", () -> openings.post(first.id(), null)));

        assertThat(as("chief", () -> openings.view(first.id())).state()).isEqualTo(OpeningState.PREPARED);
        as("chief", () -> openings.cancel(first.id(), null, "Месяц закрыт"));
        var second = load(book, LocalDate.of(2026, 4, 1)).opening();
        assertThat(as("chief", () -> openings.post(second.id(), null)).effectiveOn())
                .isEqualTo("2026-04-01");
    }

    @Test
    void of_a_year_that_was_ended_nothing_but_what_was_paid_is_taken_on() throws Exception {
        at("2026-01-01 00:00:00");
        var last = LocalDate.of(2025, 12, 31);
        var before =
                load(agreement("С-1", "2025", null, sum("1.00")).bytes(), last).opening();
        var end = as("accountant", () -> yearEnd.prepare(new PrepareYearEnd(2025, List.of())));
        as("chief", () -> yearEnd.carryOut(end.id(), null));

        assertProblem("account-of-ended-year", () -> as("chief", () -> openings.post(before.id(), null)));
        assertThat(places(load(
                        agreement("С-2", "2025", null, sum("1.00"), null, sum("2.00"))
                                .bytes(),
                        last)))
                .containsExactly("/Соглашения/2/Обязательства opening-year-over");
        var paid = load(agreement("С-2", "2025", null, null, null, sum("2.00")).bytes(), last)
                .opening();
        as("chief", () -> openings.post(paid.id(), null));
        assertThat(trialBalance(last)).containsEntry(Stage.PAID, new BigDecimal("2.00"));
    }

    @Test
    void a_file_of_another_layout_an_empty_one_and_what_is_no_workbook_are_refused() throws Exception {
        assertProblem("workbook-unreadable", () -> load("не книга".getBytes(UTF_8), DAY));
        assertProblem("workbook-unreadable", () -> load(new byte[0], DAY));
        assertProblem("opening-empty", () -> load(new OpeningBook().bytes(), DAY));
        for (var language : List.of(Locale.forLanguageTag("ru"), Locale.ENGLISH)) {
            var template = new ByteArrayOutputStream();
            as("accountant", () -> {
                openings.template(language, template);
                return null;
            });
            assertProblem("opening-empty", () -> load(template.toByteArray(), DAY));
        }
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            OpeningBook.sheet(workbook, "Agreements", new Object[] {"Agreement number", "КБК", "Срок"}, List.of());
            OpeningBook.sheet(workbook, "Разное", new Object[] {"Что-то"}, List.of());
        }

        assertThat(places(load(bytes.toByteArray(), DAY)))
                .containsExactlyInAnyOrder(
                        "/Agreements/1 column-unknown",
                        "/Agreements/1 column-missing",
                        "/Agreements/1 column-missing",
                        "/Agreements/1 column-missing",
                        "/Разное sheet-unknown");
    }

    @Test
    void ten_thousand_rows_are_taken_on_and_one_more_is_too_many() throws Exception {
        var book = new OpeningBook();
        for (int at = 1; at <= 10_000; at++) {
            and(book, "С-" + at, "2026", null, sum("2.00"), sum("1.00"));
        }

        assertThat(posted(book).total()).isEqualByComparingTo("30000.00");
        assertThat(trialBalance(null)).containsEntry(Stage.COMMITTED, new BigDecimal("20000.00"));
        book.budgetLine("2026", KBK, null, sum("1.00"));
        assertProblem("workbook-too-many-rows", () -> load(book.bytes(), DAY));
    }

    @Test
    void of_very_many_faults_a_thousand_are_shown_and_all_are_counted() throws Exception {
        var book = new OpeningBook();
        for (int at = 1; at <= 1001; at++) {
            book.agreement("С-" + at, SIGNED, "1", "2026", KBK, sum("1.00"), null, null, null, null);
        }

        var report = load(book.bytes(), DAY);

        assertThat(report.rejected()).hasSize(1000);
        assertThat(report.rejections()).isEqualTo(1001);
    }
}
