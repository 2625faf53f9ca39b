package ru.mos.clusters.cluster.joining;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Tasks;
import ru.mos.clusters.platform.Tasks.Doer;

/** Tells the department every night of applications whose term for an answer has run out. */
@Stateless
@PermitAll
public class OverdueAnswers {

    static final String OVERDUE = "JOINING_OVERDUE";

    @Inject
    private Sql sql;

    @EJB
    private Tasks tasks;

    private record Late(UUID id, String code, String inn, LocalDate answerDue) {}

    @Schedule(hour = "0", minute = "25", timezone = "Europe/Moscow", persistent = false)
    void everyNight() {
        open();
    }

    /**
     * Opens a task for each application that waits longer than its term, once.
     *
     * @return how many wait so
     */
    public int open() {
        var late = sql.with(handle -> handle.createQuery("""
                        select a.id, c.code, a.inn, a.answer_due
                          from cluster.application a
                          join cluster.cluster c on c.id = a.cluster_id
                         where a.superseded_by is null and a.state = 'SUBMITTED' and a.answer_due < platform.today()
                         order by a.answer_due, a.id""").mapTo(Late.class).list());
        late.forEach(one -> tasks.open(
                OVERDUE,
                Doer.role(Role.DEPARTMENT),
                Joining.SUBJECT,
                one.id().toString(),
                Map.of(
                        "code",
                        one.code(),
                        "inn",
                        one.inn(),
                        "due",
                        one.answerDue().toString()),
                one.answerDue()));
        return late.size();
    }
}
