package ru.mos.clusters.recipient;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import ru.mos.clusters.call.calendar.ProductionCalendar;
import ru.mos.clusters.call.calendar.WorkingDays;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Tasks;
import ru.mos.clusters.platform.Tasks.Doer;
import ru.mos.clusters.platform.Time;

/**
 * By when records are sent: what was decided in a month by a day of the next one, or by the working day after it where that day is known
 * to be none. Each month with records that were neither sent nor held back is a task, told every night and whenever a file is let go.
 *
 * <p>Source: 209-ФЗ art. 8 (by the 5th of the month after the decision); Civil Code, article 193.
 */
@Stateless
@PermitAll
@RunAs(Role.DEPARTMENT) // the calendar is shown to people, and at night nobody is there
public class SendingTerms {

    private static final String TO_SEND = "RECIPIENTS_TO_SEND";
    private static final String SUBJECT = "RECIPIENT_MONTH";

    @Inject
    private BatchStore store;

    @Inject
    private Sql sql;

    @Inject
    private Time time;

    @EJB
    private ProductionCalendar calendar;

    @EJB
    private Tasks tasks;

    @Schedule(hour = "0", minute = "55", timezone = "Europe/Moscow", persistent = false)
    void remind() {
        refresh();
    }

    /** Opens a task for each month of which records wait; closes those of months of which none does, and of refusals that are settled. */
    public void refresh() {
        var refused = store.withRefused();
        store.withTask(Batches.REFUSED).stream()
                .filter(file -> !refused.contains(file))
                .forEach(file -> tasks.done(Batches.REFUSED, Batches.SUBJECT, file.toString()));
        var waiting = waiting();
        var months = waiting.stream().map(WaitingMonth::month).toList();
        open().stream()
                .filter(month -> !months.contains(month.atDay(1)))
                .forEach(month -> tasks.done(TO_SEND, SUBJECT, month.toString()));
        waiting.forEach(one -> {
            var month = YearMonth.from(one.month()).toString();
            tasks.open(TO_SEND, Doer.role(Role.DEPARTMENT), SUBJECT, month, Map.of("month", month), one.due());
        });
    }

    /** Months of which records wait, the earliest first. */
    public List<WaitingMonth> waiting() {
        var waiting = store.waiting();
        if (waiting.isEmpty()) {
            return List.of();
        }
        var days = calendar.workingDays();
        var today = time.today();
        return waiting.stream()
                .map(one -> {
                    var due = due(YearMonth.from(one.month()), sendingDay(one.month()), days);
                    return new WaitingMonth(one.month(), one.records(), due, due.isBefore(today));
                })
                .toList();
    }

    /**
     * The last day for what was decided in a month.
     *
     * @param day of the next month
     */
    static LocalDate due(YearMonth month, int day, WorkingDays days) {
        var due = month.plusMonths(1).atDay(day);
        while (days.isKnown(due) && !days.isWorking(due)) {
            due = due.plusDays(1);
        }
        return due;
    }

    private int sendingDay(LocalDate on) {
        return sql.with(handle -> handle.createQuery("select cast(support.parameter_on('SENDING_DAY', :on) as integer)")
                .bind("on", on)
                .mapTo(Integer.class)
                .one());
    }

    private List<YearMonth> open() {
        return sql.with(handle -> handle.createQuery(
                        "select subject from platform.task where kind = :kind and closed_by is null")
                .bind("kind", TO_SEND)
                .mapTo(String.class)
                .map(YearMonth::parse)
                .list());
    }
}
