package ru.mos.clusters.call.assessment;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import ru.mos.clusters.platform.Sql;

/** Looks every night whether what has become known meanwhile speaks against somebody who assesses. */
@Stateless
@PermitAll
public class ConflictWatch {

    @Inject
    private Sql sql;

    @EJB
    private ConflictChecks checks;

    private record Live(UUID application, String expert) {}

    @Schedule(hour = "0", minute = "50", timezone = "Europe/Moscow", persistent = false)
    void everyNight() {
        look();
    }

    /**
     * Looks at all who are invited, assess or have assessed what is not decided yet.
     *
     * @return how many were found partial
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public int look() {
        var live = sql.with(handle -> handle.createQuery("""
                        select g.application_id as application, g.expert
                          from call.assignment g
                          join call.application a on a.id = g.application_id
                         where g.state in ('INVITED', 'ACCEPTED', 'SCORED') and a.state in ('ADMITTED', 'ASSESSED')
                         order by g.application_id, g.expert""").mapTo(Live.class).list());
        return (int) live.stream()
                .filter(one -> checks.isConflicted(one.application(), one.expert()))
                .count();
    }
}
