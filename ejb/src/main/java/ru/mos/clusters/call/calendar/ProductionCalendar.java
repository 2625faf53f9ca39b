package ru.mos.clusters.call.calendar;

import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.APPLICANT;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.COMMISSION;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.EXPERT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.INFRASTRUCTURE;
import static ru.mos.clusters.platform.Role.SERVICE;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.CallProblem;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Sql;

/**
 * Which days are working days. A year is entered whole, as its decree says, and replaced whole when a later decree moves
 * days; terms of calls that are published stay as they were counted.
 */
@Stateless
@DenyAll
public class ProductionCalendar {

    private static final int LONGEST_TERM = 1000;

    @Inject
    private Sql sql;

    @Inject
    private Changes changes;

    private record Year(int year, String basis, long version) {}

    private record Departure(int year, LocalDate day, boolean working) {}

    /** All that is known. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, APPLICANT, SERVICE
    })
    public WorkingDays workingDays() {
        return sql.with(handle -> {
            var years = new HashSet<Integer>();
            heads(handle).forEach(year -> years.add(year.year()));
            var days = new HashSet<LocalDate>();
            departures(handle).forEach(exception -> days.add(exception.day()));
            return new WorkingDays(years, days);
        });
    }

    /** The years that are known, the latest first. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, APPLICANT, SERVICE
    })
    public List<CalendarYear> years() {
        return sql.with(handle -> {
            var exceptions = departures(handle);
            return heads(handle).stream()
                    .map(head -> view(head, exceptions))
                    .sorted(Comparator.comparing(CalendarYear::year).reversed())
                    .toList();
        });
    }

    /** @throws Problem {@code calendar-year-unknown} */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, APPLICANT, SERVICE
    })
    public CalendarYear year(int year) {
        return years().stream()
                .filter(known -> known.year() == year)
                .findFirst()
                .orElseThrow(() -> new Problem(CallProblem.CALENDAR_YEAR_UNKNOWN, Integer.toString(year)));
    }

    /**
     * The last day of a term.
     *
     * @param days working days, the first day not counted
     * @throws Problem {@code term-impossible}; {@code calendar-year-unknown} where it runs into such a year
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, APPLICANT, SERVICE
    })
    public LocalDate after(LocalDate from, int days) {
        if (days < 1 || days > LONGEST_TERM) {
            throw new Problem(CallProblem.TERM_IMPOSSIBLE, LONGEST_TERM).at("/days");
        }
        var known = workingDays();
        return known.after(from, days).orElseThrow(() -> {
            int year = from.plusDays(1).getYear();
            while (known.years().contains(year)) {
                year++;
            }
            return new Problem(CallProblem.CALENDAR_YEAR_UNKNOWN, Integer.toString(year));
        });
    }

    /**
     * Enters a year that was not known.
     *
     * @throws Problem {@code calendar-year-exists}
     */
    @RolesAllowed(DEPARTMENT)
    public CalendarYear enter(EnterYear command) {
        long change = record("CALENDAR_ENTERED", command, null);
        sql.with(handle -> {
            int added = handle.createUpdate("""
                            insert into call.calendar_year (year, basis, recorded_by) values (:year, :basis, :change)
                            on conflict (year) do nothing""")
                    .bind("year", command.year())
                    .bind("basis", command.basis())
                    .bind("change", change)
                    .execute();
            if (added == 0) {
                throw new Problem(CallProblem.CALENDAR_YEAR_EXISTS, Integer.toString(command.year())).at("/year");
            }
            return insert(handle, command.year(), command.exceptions(), change);
        });
        return year(command.year());
    }

    /**
     * Replaces a year as a later decree says; what was known before stays on record.
     *
     * @param version that the caller saw
     * @throws Problem {@code calendar-year-unknown}, {@code changed-meanwhile}
     */
    @RolesAllowed(DEPARTMENT)
    public CalendarYear replace(EnterYear command, long version) {
        var before = year(command.year());
        sql.with(handle -> {
            long change = record("CALENDAR_REPLACED", command, before);
            int updated = handle.createUpdate("""
                            update call.calendar_year
                               set basis = :basis, version = version + 1, recorded_by = :change
                             where year = :year and version = :version""")
                    .bind("year", command.year())
                    .bind("basis", command.basis())
                    .bind("version", version)
                    .bind("change", change)
                    .execute();
            if (updated == 0) {
                throw new Problem(PlatformProblem.CHANGED_MEANWHILE);
            }
            var gone = new TreeSet<LocalDate>(before.daysOff());
            gone.addAll(before.workingWeekends());
            var fresh = new TreeSet<>(command.exceptions());
            fresh.removeAll(gone);
            gone.removeAll(command.exceptions());
            gone.forEach(day -> handle.createUpdate("""
                            update call.calendar_day set superseded_by = :change
                             where day = :day and superseded_by is null""")
                    .bind("change", change)
                    .bind("day", day)
                    .execute());
            return insert(handle, command.year(), fresh, change);
        });
        return year(command.year());
    }

    private long record(String action, EnterYear command, @Nullable CalendarYear before) {
        return changes.record(action, "CALENDAR", Integer.toString(command.year()), before, command);
    }

    private static int insert(Handle handle, int year, Set<LocalDate> days, long change) {
        days.forEach(day -> handle.createUpdate("""
                        insert into call.calendar_day (day, year, working, recorded_by)
                        values (:day, :year, :working, :change)""")
                .bind("day", day)
                .bind("year", year)
                .bind("working", EnterYear.isWeekend(day))
                .bind("change", change)
                .execute());
        return days.size();
    }

    private static List<Year> heads(Handle handle) {
        return handle.createQuery("select year, basis, version from call.calendar_year")
                .mapTo(Year.class)
                .list();
    }

    private static List<Departure> departures(Handle handle) {
        return handle.createQuery("""
                        select year, day, working from call.calendar_day where superseded_by is null order by day""").mapTo(Departure.class).list();
    }

    private static CalendarYear view(Year head, List<Departure> all) {
        var own = all.stream().filter(day -> day.year() == head.year()).toList();
        var exceptions = new HashSet<LocalDate>();
        own.forEach(day -> exceptions.add(day.day()));
        return new CalendarYear(
                head.year(),
                head.basis(),
                own.stream().filter(day -> !day.working()).map(Departure::day).toList(),
                own.stream().filter(Departure::working).map(Departure::day).toList(),
                new WorkingDays(Set.of(head.year()), exceptions).count(head.year()),
                head.version());
    }
}
