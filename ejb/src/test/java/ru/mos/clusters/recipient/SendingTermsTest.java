package ru.mos.clusters.recipient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.call.calendar.WorkingDays;

class SendingTermsTest {

    private static final WorkingDays OF_2026 = new WorkingDays(Set.of(2026), Set.of(LocalDate.of(2026, 5, 5)));

    @Test
    void what_was_decided_in_a_month_is_sent_by_the_fifth_of_the_next() {
        assertThat(due(2026, 9)).isEqualTo(LocalDate.of(2026, 10, 5));
    }

    @Test
    void a_term_that_ends_on_no_working_day_ends_on_the_next_one() {
        assertThat(due(2026, 8)).isEqualTo(LocalDate.of(2026, 9, 7)); // Saturday
        assertThat(due(2026, 4)).isEqualTo(LocalDate.of(2026, 5, 6)); // a holiday
    }

    @Test
    void of_a_year_without_calendar_nobody_guesses() {
        assertThat(due(2026, 12)).isEqualTo(LocalDate.of(2027, 1, 5));
    }

    private static LocalDate due(int year, int month) {
        return SendingTerms.due(YearMonth.of(year, month), 5, OF_2026);
    }
}
