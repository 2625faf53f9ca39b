package ru.mos.clusters.registry.release;

import static ru.mos.clusters.platform.PlatformProblem.SECOND_PERSON_REQUIRED;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.registry.release.ReleaseProblem.RELEASE_NOT_WITHDRAWABLE;
import static ru.mos.clusters.registry.release.ReleaseProblem.RELEASE_UNKNOWN;
import static ru.mos.clusters.registry.release.ReleaseProblem.WITHDRAWAL_NOT_REQUESTED;
import static ru.mos.clusters.registry.release.ReleaseProblem.WITHDRAWAL_REASON_REQUIRED;
import static ru.mos.clusters.registry.release.ReleaseProblem.WITHDRAWAL_REQUESTED_ALREADY;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.People;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Tasks;
import ru.mos.clusters.platform.Tasks.Doer;

/** Wrongly loaded releases taken back: asked for by one person with a reason, tried out, confirmed by another. */
@Stateless
@DenyAll
public class Withdrawals {

    /** The task of the second person. */
    private static final String CONFIRM_WITHDRAWAL = "WITHDRAWAL_TO_CONFIRM";

    @Inject
    private Sql sql;

    @Inject
    private Changes changes;

    @Inject
    private Caller caller;

    @Inject
    private People people;

    @Inject
    private Withdrawal withdrawal;

    @EJB
    private Tasks tasks;

    /**
     * Asks for a release to be withdrawn; takes effect when a second person confirms.
     *
     * @throws Problem {@code release-unknown}, {@code release-not-withdrawable}, {@code withdrawal-requested-already},
     *     {@code withdrawal-reason-required}
     */
    @RolesAllowed({DEPARTMENT, CHIEF})
    public ReleaseView request(long id, @Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw new Problem(WITHDRAWAL_REASON_REQUIRED).at("/reason");
        }
        if (reason.length() > 2000) {
            throw new Problem(PlatformProblem.TEXT_TOO_LONG, "reason", 2000).at("/reason");
        }
        sql.with(handle -> {
            var release = withdrawable(handle, id);
            if (release.withdrawalRequestedBy() != null) {
                throw new Problem(WITHDRAWAL_REQUESTED_ALREADY, id, people.name(release.withdrawalRequestedBy()));
            }
            return handle.createUpdate("""
                            update registry.release
                               set withdrawal_requested_by = :login, withdrawal_requested_at = platform.now(),
                                   withdrawal_reason = :reason
                             where id = :id""")
                    .bind("login", caller.login())
                    .bind("reason", reason)
                    .bind("id", id)
                    .execute();
        });
        changes.record("RELEASE_WITHDRAWAL_REQUESTED", "RELEASE", Long.toString(id), null, reason);
        tasks.open(
                CONFIRM_WITHDRAWAL,
                Doer.second(DEPARTMENT, caller.login()),
                "RELEASE",
                Long.toString(id),
                Map.of("reason", reason),
                null);
        return find(id);
    }

    /**
     * Withdraws a release at the request of another person: its facts no longer hold, earlier verdicts still replay.
     *
     * @throws Problem {@code withdrawal-not-requested}, {@code second-person-required}
     */
    @RolesAllowed({DEPARTMENT, CHIEF})
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public ReleaseView confirm(long id) {
        String login = caller.login();
        withdrawal.withdraw(id, login, handle -> {
            var release = withdrawable(handle, id);
            if (release.withdrawalRequestedBy() == null) {
                throw new Problem(WITHDRAWAL_NOT_REQUESTED, id);
            }
            if (release.withdrawalRequestedBy().equals(login)) {
                throw new Problem(SECOND_PERSON_REQUIRED);
            }
            tasks.done(CONFIRM_WITHDRAWAL, "RELEASE", Long.toString(id));
        });
        return find(id);
    }

    /**
     * What a withdrawal would do, tried out and undone: whoever judges by registry facts adds what would change.
     *
     * @throws Problem {@code release-not-withdrawable}
     */
    @RolesAllowed({DEPARTMENT, CHIEF})
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public WithdrawalTried preview(long id) {
        return withdrawal.tryOut(id, caller.login(), handle -> withdrawable(handle, id));
    }

    private ReleaseView find(long id) {
        return sql.with(handle -> ReleaseView.of(handle, id));
    }

    private static ReleaseView withdrawable(Handle handle, long id) {
        var release = handle.createQuery(ReleaseView.SELECT + " where id = :id for update")
                .bind("id", id)
                .mapTo(ReleaseView.class)
                .findOne()
                .orElseThrow(() -> new Problem(RELEASE_UNKNOWN, id));
        if (release.state() != ReleaseState.COMPLETED) {
            throw new Problem(RELEASE_NOT_WITHDRAWABLE, id);
        }
        return release;
    }
}
