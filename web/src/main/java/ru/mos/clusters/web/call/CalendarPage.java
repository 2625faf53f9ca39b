package ru.mos.clusters.web.call;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.calendar.CalendarYear;
import ru.mos.clusters.call.calendar.EnterYear;
import ru.mos.clusters.call.calendar.ProductionCalendar;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.web.shell.DateConverter;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** The years of the production calendar, and the form in which one is entered or replaced. */
@Named
@RequestScoped
public class CalendarPage {

    @EJB
    private ProductionCalendar calendar;

    @Inject
    private ListQuery query;

    @Inject
    private Caller caller;

    private @Nullable List<CalendarYear> years;
    private @Nullable CalendarYear known;
    private @Nullable Integer year;
    private @Nullable String basis;
    private @Nullable String daysOff;
    private @Nullable String workingWeekends;

    @PostConstruct
    void open() {
        if (query.value("year").matches("\\d{4}")) {
            var found = calendar.year(Integer.parseInt(query.value("year")));
            known = found;
            year = found.year();
            basis = found.basis();
            daysOff = days(found.daysOff());
            workingWeekends = days(found.workingWeekends());
        }
    }

    /** Days in a row, as the form takes them. */
    public String days(List<LocalDate> days) {
        return days.stream().map(Functions::show).collect(Collectors.joining(", "));
    }

    public List<CalendarYear> getYears() {
        if (years == null) {
            years = calendar.years();
        }
        return years;
    }

    public boolean isWriter() {
        return caller.hasRole(Role.DEPARTMENT);
    }

    /** The year that is replaced; null where one is entered. */
    public @Nullable CalendarYear getKnown() {
        return known;
    }

    public String save() {
        if (year == null) {
            throw new Problem(PlatformProblem.FIELD_REQUIRED, "year").at("/year");
        }
        var command = EnterYear.of(
                year, String.valueOf(basis), read(daysOff, "daysOff"), read(workingWeekends, "workingWeekends"));
        var kept = known == null ? calendar.enter(command) : calendar.replace(command, known.version());
        Messages.info("calendar.saved", Integer.toString(kept.year()));
        return Redirect.to("/calendar/list.xhtml");
    }

    private static List<LocalDate> read(@Nullable String typed, String name) {
        var days = new ArrayList<LocalDate>();
        if (typed != null) {
            for (var day : typed.split("[,;\\s]+", -1)) {
                if (!day.isBlank()) {
                    days.add(parsed(day, name));
                }
            }
        }
        return days;
    }

    private static LocalDate parsed(String day, String name) {
        try {
            return DateConverter.parse(day);
        } catch (Problem unreadable) {
            throw unreadable.at("/" + name);
        }
    }

    public @Nullable Integer getYear() {
        return year;
    }

    public void setYear(@Nullable Integer year) {
        this.year = year;
    }

    public @Nullable String getBasis() {
        return basis;
    }

    public void setBasis(@Nullable String basis) {
        this.basis = basis;
    }

    public @Nullable String getDaysOff() {
        return daysOff;
    }

    public void setDaysOff(@Nullable String daysOff) {
        this.daysOff = daysOff;
    }

    public @Nullable String getWorkingWeekends() {
        return workingWeekends;
    }

    public void setWorkingWeekends(@Nullable String workingWeekends) {
        this.workingWeekends = workingWeekends;
    }
}
