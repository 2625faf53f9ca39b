package ru.mos.clusters.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.ledger.LedgerProblem;

class ProblemTextsTest {

    private static final Problem EMPTY =
            new Problem(PlatformProblem.PERIOD_EMPTY, LocalDate.of(2010, 11, 25), LocalDate.of(2010, 1, 2));

    @Test
    void dates_in_a_refusal_are_written_as_its_language_writes_them() {
        assertThat(ProblemTexts.text(EMPTY, ProblemTexts.RUSSIAN))
                .startsWith("Период с 25.11.2010 по 02.01.2010 пуст.");
        assertThat(ProblemTexts.text(EMPTY, Locale.ENGLISH)).contains("2010-11-25", "2010-01-02");
    }

    @Test
    void sums_in_a_refusal_part_their_thousands_and_keep_the_last_kopeck() {
        var missing = new Problem(
                LedgerProblem.LIMIT_EXCEEDED, "LIMIT-2026", new BigDecimal("0.00"), new BigDecimal("1000000.01"));

        assertThat(ProblemTexts.text(missing, ProblemTexts.RUSSIAN))
                .contains("осталось 0,00 ₽", "нужно 1\u202f000\u202f000,01 ₽");
        assertThat(ProblemTexts.text(missing, Locale.ENGLISH)).contains("0.00", "1\u202f000\u202f000.01");
    }

    @Test
    void a_sum_that_was_kept_as_text_is_written_like_any_other() {
        assertThat(ProblemTexts.ofSlug(
                        "limit-exceeded",
                        ProblemTexts.sums(List.of("LIMIT-2026", "-0.01", "9999999999999.99")),
                        ProblemTexts.RUSSIAN))
                .contains("осталось -0,01 ₽", "9\u202f999\u202f999\u202f999\u202f999,99 ₽");
    }

    @Test
    void a_version_that_was_kept_as_text_is_no_sum() {
        assertThat(ProblemTexts.ofSlug("date-malformed", List.of("4.07"), ProblemTexts.RUSSIAN))
                .startsWith("«4.07»");
    }

    @Test
    void what_was_typed_stays_as_it_is() {
        assertThat(ProblemTexts.text(new Problem(PlatformProblem.DATE_MALFORMED, "2010-25-11"), ProblemTexts.RUSSIAN))
                .startsWith("«2010-25-11»");
    }
}
