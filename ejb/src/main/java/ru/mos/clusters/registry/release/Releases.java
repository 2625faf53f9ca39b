package ru.mos.clusters.registry.release;

import static ru.mos.clusters.platform.PlatformProblem.SECOND_PERSON_REQUIRED;
import static ru.mos.clusters.platform.intake.IntakeProblem.UPLOAD_EMPTY;
import static ru.mos.clusters.registry.release.ReleaseProblem.RELEASE_NOT_RESTARTABLE;
import static ru.mos.clusters.registry.release.ReleaseProblem.RELEASE_NOT_RUNNING;
import static ru.mos.clusters.registry.release.ReleaseProblem.RELEASE_NOT_WITHDRAWABLE;
import static ru.mos.clusters.registry.release.ReleaseProblem.RELEASE_UNKNOWN;
import static ru.mos.clusters.registry.release.ReleaseProblem.WITHDRAWAL_NOT_REQUESTED;
import static ru.mos.clusters.registry.release.ReleaseProblem.WITHDRAWAL_REASON_REQUIRED;
import static ru.mos.clusters.registry.release.ReleaseProblem.WITHDRAWAL_REQUESTED_ALREADY;

import jakarta.annotation.Resource;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.Documents;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.People;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Tasks;
import ru.mos.clusters.platform.Tasks.Doer;

/** Releases of the tax service: taking them in, looking at what they did, withdrawing a wrong one. */
@Stateless
@DenyAll
public class Releases {

    /** The task of the second person. */
    private static final String CONFIRM_WITHDRAWAL = "WITHDRAWAL_TO_CONFIRM";

    static final String RELEASE = """
            select id, kind, file_name, sha256, size, state_on, format_versions, coverage, state, phase, files, files_total,
                   records, entered, left_count as "left", changed, unchanged, rejected, refusal_code,
                   refusal_args as refusal_arguments, uploaded_by, uploaded_at, started_at, finished_at,
                   withdrawal_requested_by, withdrawal_reason, withdrawal_confirmed_by, resumed_at, files_before,
                   records_before
              from registry.release
            """;

    @Inject
    private Sql sql;

    @Inject
    private Documents documents;

    @Inject
    private Changes changes;

    @Inject
    private Caller caller;

    @Inject
    private People people;

    @Inject
    private ReleaseStore store;

    @Inject
    private Withdrawal withdrawal;

    @Inject
    private LatestOfRegister latest;

    @EJB
    private Imports imports;

    @EJB
    private Tasks tasks;

    @Resource
    private TransactionSynchronizationRegistry transaction;

    /**
     * Takes in an upload, an archive or one XML file, and queues its import. Belongs to the caller's transaction where there
     * is one; else none is open while the bytes come in.
     *
     * @param coverage and {@code confirm} concern releases of the SME register only
     * @param confirm a COMPLETE release may have less than 90 % of the previous one's records
     * @param most the largest size taken, in bytes
     * @throws Problem {@code upload-empty}, {@code body-too-large}
     */
    @RolesAllowed(Role.DEPARTMENT)
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public ReleaseView submit(String fileName, Coverage coverage, boolean confirm, InputStream bytes, long most) {
        Documents.StoredFile file;
        try {
            file = documents.store(bytes, most);
        } catch (Problem refused) {
            throw refused.code() == PlatformProblem.DOCUMENT_EMPTY ? new Problem(UPLOAD_EMPTY, fileName) : refused;
        }
        long id = store.register(file, fileName, coverage, confirm, caller.login());
        wakeImports();
        return find(id);
    }

    /** What the record of changes keeps of a stop and of its end. */
    private record Standing(ReleaseState state) {}

    /** Once others can see what is to be imported. */
    private void wakeImports() {
        if (transaction.getTransactionStatus() == Status.STATUS_NO_TRANSACTION) {
            imports.wake();
            return;
        }
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // nothing to import yet
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    imports.wake();
                }
            }
        });
    }

    /** One release. @throws Problem {@code release-unknown} */
    @RolesAllowed({
        Role.DEPARTMENT,
        Role.GCKR,
        Role.CHIEF,
        Role.ACCOUNTANT,
        Role.INFRASTRUCTURE,
        Role.AUDITOR,
        Role.ADMIN,
        Role.SERVICE
    })
    public ReleaseView view(long id) {
        return find(id);
    }

    private ReleaseView find(long id) {
        return sql.with(handle -> handle.createQuery(RELEASE + " where id = :id")
                        .bind("id", id)
                        .mapTo(ReleaseView.class)
                        .findOne())
                .orElseThrow(() -> new Problem(RELEASE_UNKNOWN, id));
    }

    /** All releases, the latest upload first. */
    @RolesAllowed({
        Role.DEPARTMENT,
        Role.GCKR,
        Role.CHIEF,
        Role.ACCOUNTANT,
        Role.INFRASTRUCTURE,
        Role.AUDITOR,
        Role.ADMIN,
        Role.SERVICE
    })
    public Slice<ReleaseView> list(PageRequest page) {
        return Slice.of(
                sql.with(handle -> handle.createQuery(RELEASE + " where id < :after order by id desc limit :fetch")
                        .bind("after", number(page, Long.MAX_VALUE))
                        .bind("fetch", page.fetch())
                        .mapTo(ReleaseView.class)
                        .list()),
                page,
                release -> List.of(Long.toString(release.id())));
    }

    /** How many releases there are, whatever became of them. */
    @RolesAllowed({
        Role.DEPARTMENT,
        Role.GCKR,
        Role.CHIEF,
        Role.ACCOUNTANT,
        Role.INFRASTRUCTURE,
        Role.AUDITOR,
        Role.ADMIN,
        Role.SERVICE
    })
    public long count() {
        return sql.with(handle -> handle.createQuery("select count(*) from registry.release")
                .mapTo(Long.class)
                .one());
    }

    /** The release in force with the latest state of the SME register; empty before the first. */
    @RolesAllowed({
        Role.DEPARTMENT,
        Role.GCKR,
        Role.CHIEF,
        Role.ACCOUNTANT,
        Role.INFRASTRUCTURE,
        Role.COMMISSION,
        Role.AUDITOR,
        Role.ADMIN,
        Role.SERVICE
    })
    public Optional<ReleaseView> latestOfRegister() {
        return latest.find();
    }

    private static long number(PageRequest page, long otherwise) {
        return page.after().isEmpty() ? otherwise : Long.parseLong(page.after().get(0));
    }

    /** What was wrong or unusual in the release, in the order of its files. @throws Problem {@code release-unknown} */
    @RolesAllowed({
        Role.DEPARTMENT,
        Role.GCKR,
        Role.CHIEF,
        Role.ACCOUNTANT,
        Role.INFRASTRUCTURE,
        Role.AUDITOR,
        Role.ADMIN,
        Role.SERVICE
    })
    public Slice<ReleaseRemark> problems(long id, PageRequest page) {
        find(id);
        return Slice.of(
                sql.with(handle -> handle.createQuery("""
                                select id, file, document, line, field, code, args, rejected
                                  from registry.problem
                                 where release_id = coalesce((select same_as from registry.release where id = :id), :id)
                                   and id > :after
                                 order by id
                                 limit :fetch""")
                        .bind("id", id)
                        .bind("after", number(page, 0))
                        .bind("fetch", page.fetch())
                        .mapTo(ReleaseRemark.class)
                        .list()),
                page,
                remark -> List.of(Long.toString(remark.id())));
    }

    /** How many remarks there are on the release. */
    @RolesAllowed({
        Role.DEPARTMENT,
        Role.GCKR,
        Role.CHIEF,
        Role.ACCOUNTANT,
        Role.INFRASTRUCTURE,
        Role.AUDITOR,
        Role.ADMIN,
        Role.SERVICE
    })
    public long countProblems(long id) {
        return sql.with(handle ->
                handle.createQuery("""
                        select count(*)
                          from registry.problem
                         where release_id = coalesce((select same_as from registry.release where id = :id), :id)""").bind("id", id).mapTo(Long.class).one());
    }

    /**
     * Whom the release brought, took away or shows otherwise than the release before it by date.
     *
     * @throws Problem {@code release-unknown}
     */
    @RolesAllowed({
        Role.DEPARTMENT,
        Role.GCKR,
        Role.CHIEF,
        Role.ACCOUNTANT,
        Role.INFRASTRUCTURE,
        Role.AUDITOR,
        Role.ADMIN,
        Role.SERVICE
    })
    public Slice<ReleaseChange> changes(long id, ChangeKind kind, PageRequest page) {
        find(id);
        var row = store.row(id);
        boolean says = row.kind() == ReleaseKind.SME_REGISTER && row.recordedBy() != null && row.ord() != null;
        if (!says || (row.coverage() == Coverage.EXTRACT && kind == ChangeKind.LEFT)) {
            return new Slice<>(List.of(), null);
        }
        String file = row.coverage() == Coverage.EXTRACT ? "ChangesOfExtract" : "Changes" + kind;
        return Slice.of(
                sql.with(handle -> handle.configure(
                                SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
                        .createQuery(sql.file(Releases.class, file))
                        .bind("ord", row.ord())
                        .bind("entered", kind == ChangeKind.ENTERED)
                        .bind("inn", page.after().isEmpty() ? "" : page.after().get(0))
                        .bind(
                                "kind",
                                page.after().isEmpty()
                                        ? 0
                                        : Integer.parseInt(page.after().get(1)))
                        .bind("fetch", page.fetch())
                        .map(ReleaseChange::of)
                        .list()),
                page,
                change -> List.of(change.inn(), Integer.toString(change.subjectKind())));
    }

    /** Stops the import after the block it is at. @throws Problem {@code release-not-running} */
    @RolesAllowed(Role.DEPARTMENT)
    public ReleaseView stop(long id) {
        var before = new Standing(find(id).state());
        int stopped = sql.with(handle -> handle.createUpdate("""
                        update registry.release
                           set stop_requested = true, state = case when state = 'QUEUED' then 'STOPPED' else state end
                         where id = :id and state in ('QUEUED', 'RUNNING')""").bind("id", id).execute());
        if (stopped == 0) {
            throw new Problem(RELEASE_NOT_RUNNING, id);
        }
        changes.record("RELEASE_STOPPED", "RELEASE", Long.toString(id), before, new Standing(ReleaseState.STOPPED));
        imports.stop(id);
        return find(id);
    }

    /** Lets a stopped or failed import go on where it was. @throws Problem {@code release-not-restartable} */
    @RolesAllowed(Role.DEPARTMENT)
    public ReleaseView restart(long id) {
        var before = new Standing(find(id).state());
        int queued = sql.with(handle -> handle.createUpdate("""
                        update registry.release
                           set state = 'QUEUED', stop_requested = false, attempts = 0
                         where id = :id and state in ('STOPPED', 'FAILED')""").bind("id", id).execute());
        if (queued == 0) {
            throw new Problem(RELEASE_NOT_RESTARTABLE, id);
        }
        changes.record("RELEASE_RESTARTED", "RELEASE", Long.toString(id), before, new Standing(ReleaseState.QUEUED));
        wakeImports();
        return find(id);
    }

    /**
     * Asks for a release to be withdrawn; takes effect when a second person confirms.
     *
     * @throws Problem {@code release-unknown}, {@code release-not-withdrawable}, {@code withdrawal-requested-already},
     *     {@code withdrawal-reason-required}
     */
    @RolesAllowed({Role.DEPARTMENT, Role.CHIEF})
    public ReleaseView requestWithdrawal(long id, @Nullable String reason) {
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
                Doer.second(Role.DEPARTMENT, caller.login()),
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
    @RolesAllowed({Role.DEPARTMENT, Role.CHIEF})
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public ReleaseView confirmWithdrawal(long id) {
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
    @RolesAllowed({Role.DEPARTMENT, Role.CHIEF})
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public WithdrawalTried previewWithdrawal(long id) {
        return withdrawal.tryOut(id, caller.login(), handle -> withdrawable(handle, id));
    }

    private static ReleaseView withdrawable(Handle handle, long id) {
        var release = handle.createQuery(RELEASE + " where id = :id for update")
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
