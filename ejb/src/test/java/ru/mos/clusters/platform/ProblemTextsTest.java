package ru.mos.clusters.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

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
    void what_was_typed_stays_as_it_is() {
        assertThat(ProblemTexts.text(new Problem(PlatformProblem.DATE_MALFORMED, "2010-25-11"), ProblemTexts.RUSSIAN))
                .startsWith("«2010-25-11»");
    }
}
