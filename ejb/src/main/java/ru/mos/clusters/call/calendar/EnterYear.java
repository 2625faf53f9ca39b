package ru.mos.clusters.call.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import ru.mos.clusters.call.CallProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Text;

/**
 * A year as its decree says.
 *
 * @param exceptions days of the year that are not as their day of the week says: a weekday off, a weekend worked
 */
public record EnterYear(int year, String basis, Set<LocalDate> exceptions) {

    private static final int FIRST = 1992;
    private static final int LAST = 2199;

    /** @throws Problem {@code calendar-year-impossible}, {@code calendar-day-of-another-year}, {@code field-required} */
    public EnterYear {
        if (year < FIRST || year > LAST) {
            throw new Problem(CallProblem.CALENDAR_YEAR_IMPOSSIBLE, Integer.toString(year)).at("/year");
        }
        basis = Text.required(basis, "/basis");
        exceptions = new TreeSet<>(exceptions);
        for (var day : exceptions) {
            if (day.getYear() != year) {
                throw new Problem(CallProblem.CALENDAR_DAY_OF_ANOTHER_YEAR, day, Integer.toString(year));
            }
        }
    }

    /**
     * As people name them: weekdays off and weekends worked.
     *
     * @throws Problem {@code calendar-day-as-usual} for a day that is so by its day of the week anyway
     */
    public static EnterYear of(
            int year, String basis, Iterable<LocalDate> daysOff, Iterable<LocalDate> workingWeekends) {
        var exceptions = new TreeSet<LocalDate>();
        daysOff.forEach(day -> exceptions.add(require(day, !isWeekend(day), "/daysOff")));
        workingWeekends.forEach(day -> exceptions.add(require(day, isWeekend(day), "/workingWeekends")));
        return new EnterYear(year, basis, exceptions);
    }

    private static LocalDate require(LocalDate day, boolean exceptional, String pointer) {
        if (!exceptional) {
            throw new Problem(CallProblem.CALENDAR_DAY_AS_USUAL, day).at(pointer);
        }
        return day;
    }

    static boolean isWeekend(LocalDate day) {
        return Stream.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).anyMatch(day.getDayOfWeek()::equals);
    }
}
