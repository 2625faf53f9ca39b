package ru.mos.clusters.call.calendar;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * A year of the production calendar.
 *
 * @param basis the acts that say so
 * @param daysOff Mondays to Fridays that are not worked, in order
 * @param workingWeekends Saturdays and Sundays that are worked, in order
 * @param workingDays how many there are
 */
public record CalendarYear(
        int year, String basis, List<LocalDate> daysOff, List<LocalDate> workingWeekends, int workingDays, long version)
        implements Serializable {}
