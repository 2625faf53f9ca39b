package ru.mos.clusters.call.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Arithmetic in working days. Monday to Friday are working days but for the exceptions, which may go either way.
 *
 * @param years that are known; a day of another year is neither
 * @param exceptions days that are not as their day of the week says
 */
public record WorkingDays(Set<Integer> years, Set<LocalDate> exceptions) {

    public WorkingDays {
        years = Set.copyOf(years);
        exceptions = Set.copyOf(exceptions);
    }

    public boolean isKnown(LocalDate day) {
        return years.contains(day.getYear());
    }

    /** @throws IllegalArgumentException for a day of a year that is not known: nobody guesses it */
    public boolean isWorking(LocalDate day) {
        if (!isKnown(day)) {
            throw new IllegalArgumentException("no calendar of " + day.getYear());
        }
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return weekend == exceptions.contains(day);
    }

    /**
     * The last day of a term: the so-many-th working day after a day, which itself does not count.
     *
     * @param count more than zero
     * @return empty where the term runs into a year that is not known
     */
    public Optional<LocalDate> after(LocalDate day, int count) {
        var at = day;
        for (int left = count; left > 0; ) {
            at = at.plusDays(1);
            if (!isKnown(at)) {
                return Optional.empty();
            }
            if (isWorking(at)) {
                left--;
            }
        }
        return Optional.of(at);
    }

    /** Working days of a year that is known. */
    public int count(int year) {
        return (int) LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(this::isWorking)
                .count();
    }
}
