package ru.mos.clusters.inkind;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Tasks;
import ru.mos.clusters.platform.Tasks.Doer;

/** Who has to act next on a request: one of the officers of the organisation, somebody who acts for the recipient, else the ГЦКР. */
@ApplicationScoped
class InKindTasks {

    static final String SUBJECT = "IN_KIND";

    private static final String DECIDE = "IN_KIND_TO_DECIDE";
    private static final String GIVE = "IN_KIND_TO_GIVE";
    private static final String CONFIRM = "IN_KIND_TO_CONFIRM";
    private static final String SETTLE = "IN_KIND_TO_SETTLE";

    @EJB
    private Tasks tasks;

    @Inject
    private Sql sql;

    /** The task of its state is open, all others are done. */
    void follow(InKindRequestView request) {
        var wanted =
                switch (request.state()) {
                    case ASKED -> DECIDE;
                    case APPROVED, SCHEDULED -> GIVE;
                    case DELIVERED -> CONFIRM;
                    case DISPUTED -> SETTLE;
                    case CONFIRMED, REFUSED, WITHDRAWN, CANCELLED -> null;
                };
        var subject = request.id().toString();
        for (var kind : List.of(DECIDE, GIVE, CONFIRM, SETTLE)) {
            if (!kind.equals(wanted)) {
                tasks.done(kind, SUBJECT, subject);
            }
        }
        if (wanted != null) {
            tasks.open(
                    wanted,
                    doer(wanted, request),
                    SUBJECT,
                    subject,
                    Map.of(
                            "number",
                            Long.toString(request.number()),
                            "recipient",
                            request.name() == null ? request.inn().digits() : request.name()),
                    due(wanted, request));
        }
    }

    private static @Nullable LocalDate due(String kind, InKindRequestView request) {
        var schedule = request.schedule();
        return kind.equals(GIVE) ? schedule == null ? request.endsOn() : schedule.endsOn() : null;
    }

    private Doer doer(String kind, InKindRequestView request) {
        if (kind.equals(CONFIRM)) {
            return recipient(request.inn(), request.askedBy()).map(Doer::person).orElseGet(() -> Doer.role(Role.GCKR));
        }
        var form = request.form().code();
        if (kind.equals(DECIDE) && InKindLifecycle.decider(form).equals(Role.CHIEF)) {
            return Doer.role(Role.CHIEF);
        }
        return officer(request.provider().id()).map(Doer::person).orElseGet(() -> Doer.role(Role.GCKR));
    }

    private Optional<String> officer(UUID organisation) {
        return sql.with(handle -> handle.createQuery("""
                        select f.login from infrastructure.officer f
                         where f.organisation_id = :id and f.superseded_by is null
                           and daterange(f.valid_from, f.valid_until) @> platform.today()
                         order by f.valid_from, f.login limit 1""")
                .bind("id", organisation)
                .mapTo(String.class)
                .findOne());
    }

    /** Whoever asked, if it acts for the recipient; else anybody who does. */
    private Optional<String> recipient(Inn inn, String asker) {
        return sql.with(handle -> handle.createQuery("""
                        select u.login from platform.app_user u
                         where u.active and :inn in (select platform.represented(u.login, exists (
                               select from platform.user_role r where r.login = u.login and r.role = 'applicant')))
                           and (u.login = :asker
                                or u.login in (select m.login from platform.mandate m where m.inn = :inn)
                                or u.organisation_id in (select o.id from platform.organisation o where o.inn = :inn))
                         order by u.login = :asker desc, u.login limit 1""")
                .bind("inn", inn)
                .bind("asker", asker)
                .mapTo(String.class)
                .findOne());
    }
}
