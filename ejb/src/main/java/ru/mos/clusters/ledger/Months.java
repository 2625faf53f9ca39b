package ru.mos.clusters.ledger;

import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.DEPARTMENT;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Sql;

/** Months that are closed: nothing takes effect in them any more, and what accounts held at their end stands for good. */
@Stateless
@DenyAll
public class Months {

    @Inject
    private Sql sql;

    @Inject
    private Changes changes;

    @Inject
    private Caller caller;

    /** The latest first. */
    @RolesAllowed({DEPARTMENT, ACCOUNTANT, CHIEF, AUDITOR})
    public List<ClosedMonth> list() {
        return sql.with(handle -> handle.createQuery(
                        "select through, closed_at, closed_by from ledger.closing order by through desc")
                .mapTo(ClosedMonth.class)
                .list());
    }

    /**
     * Closes all months up to one, for good.
     *
     * @param through last day of a month that is over
     * @throws Problem {@code closing-not-a-month-end}, {@code closing-early}, {@code closing-made}
     */
    @RolesAllowed({ACCOUNTANT, CHIEF})
    public ClosedMonth close(LocalDate through) {
        changes.record("MONTH_CLOSED", "MONTH", through.toString(), null, null);
        sql.with(handle -> handle.createQuery("select ledger.close_month(:through, :by)")
                .bind("through", through)
                .bind("by", caller.login())
                .mapTo(String.class)
                .findOne());
        return list().get(0);
    }
}
