package ru.mos.clusters.call.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.mos.clusters.call.CallProblem;
import ru.mos.clusters.platform.Problem;

class WorkingDaysTest {

    private final WorkingDays calendar = shipped();

    /** The years that come with the product, read from the migration that brings them. */
    private static WorkingDays shipped() {
        try (var file = WorkingDays.class.getResourceAsStream("/db/migration/V0820__call_calendar.sql")) {
            var days = new HashSet<LocalDate>();
            var found = Pattern.compile("'(\\d{4}-\\d{2}-\\d{2})'")
                    .matcher(new String(file.readAllBytes(), StandardCharsets.UTF_8));
            while (found.find()) {
                days.add(LocalDate.parse(found.group(1)));
            }
            return new WorkingDays(Set.of(2011, 2012, 2024, 2025, 2026), days);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    @ParameterizedTest(name = "{0} had {1} working days")
    @CsvSource({"2011,248", "2012,249", "2024,248", "2025,247", "2026,247"})
    void shipped_years_have_as_many_working_days_as_was_published(int year, int days) {
        assertThat(calendar.count(year)).isEqualTo(days);
    }

    @ParameterizedTest(name = "{1} working days after {0}: {2}")
    @CsvSource({
        "2026-03-02,1,2026-03-03",
        "2026-03-06,1,2026-03-10", // 8 March fell on a Sunday: the Monday after it is off
        "2026-03-05,2,2026-03-10",
        "2025-10-31,1,2025-11-01", // a Saturday that was worked
        "2025-11-01,1,2025-11-05",
        "2025-12-30,1,2026-01-12", // over the turn of the year
        "2012-04-27,1,2012-04-28",
        "2012-05-05,3,2012-05-12",
        "2026-12-29,1,2026-12-30"
    })
    void a_term_ends_on_its_last_working_day_and_the_first_day_does_not_count(LocalDate from, int days, LocalDate end) {
        assertThat(calendar.after(from, days)).contains(end);
    }

    @Test
    void a_term_that_runs_into_a_year_without_a_calendar_has_no_end() {
        assertThat(calendar.after(LocalDate.of(2026, 12, 30), 1)).isEmpty();
        assertThat(calendar.after(LocalDate.of(2013, 1, 10), 1)).isEmpty();
        assertThatThrownBy(() -> calendar.isWorking(LocalDate.of(2027, 1, 11)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_year_is_entered_by_its_exceptions_and_nothing_else() {
        var weekday = Set.of(LocalDate.of(2027, 1, 4));
        var weekend = Set.of(LocalDate.of(2027, 2, 20));

        assertThat(EnterYear.of(2027, "Постановление", weekday, weekend).exceptions())
                .containsExactly(LocalDate.of(2027, 1, 4), LocalDate.of(2027, 2, 20));

        refused(CallProblem.CALENDAR_DAY_AS_USUAL, () -> EnterYear.of(2027, "Постановление", weekend, Set.of()));
        refused(CallProblem.CALENDAR_DAY_AS_USUAL, () -> EnterYear.of(2027, "Постановление", Set.of(), weekday));
        refused(CallProblem.CALENDAR_DAY_OF_ANOTHER_YEAR, () -> EnterYear.of(2028, "Постановление", weekday, Set.of()));
        refused(CallProblem.CALENDAR_YEAR_IMPOSSIBLE, () -> new EnterYear(1991, "Постановление", Set.of()));
        assertThat(new EnterYear(1992, "Постановление", Set.of()).year()).isEqualTo(1992);
    }

    private static void refused(CallProblem code, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
