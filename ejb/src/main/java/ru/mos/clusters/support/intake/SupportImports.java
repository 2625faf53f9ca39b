package ru.mos.clusters.support.intake;

import static ru.mos.clusters.platform.PlatformProblem.SECOND_PERSON_REQUIRED;
import static ru.mos.clusters.platform.PlatformProblem.TEXT_TOO_LONG;
import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.COMMISSION;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.INFRASTRUCTURE;
import static ru.mos.clusters.platform.Role.SERVICE;
import static ru.mos.clusters.registry.release.ReleaseProblem.WITHDRAWAL_NOT_REQUESTED;
import static ru.mos.clusters.registry.release.ReleaseProblem.WITHDRAWAL_REASON_REQUIRED;
import static ru.mos.clusters.registry.release.ReleaseProblem.WITHDRAWAL_REQUESTED_ALREADY;
import static ru.mos.clusters.support.SupportProblem.SUPPORT_IMPORT_NOT_RESTARTABLE;
import static ru.mos.clusters.support.SupportProblem.SUPPORT_IMPORT_NOT_RUNNING;
import static ru.mos.clusters.support.SupportProblem.SUPPORT_IMPORT_NOT_WITHDRAWABLE;
import static ru.mos.clusters.support.SupportProblem.SUPPORT_IMPORT_UNKNOWN;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.AfterCommit;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.Documents;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Tasks;
import ru.mos.clusters.platform.Tasks.Doer;
import ru.mos.clusters.platform.intake.IntakeProblem;
import ru.mos.clusters.registry.release.Coverage;
import ru.mos.clusters.registry.release.ReleaseState;

/**
 * Publications of the tax service's register of recipients: taking them in, looking at what they brought, withdrawing a wrong
 * one.
 */
@Stateless
@DenyAll
public class SupportImports {

    private static final String SUBJECT = SupportImportStore.SUBJECT;

    /** The task of the second person. */
    private static final String CONFIRM_WITHDRAWAL = "WITHDRAWAL_TO_CONFIRM";

    private static final String IMPORT = """
            select id, file_name, sha256, size, coverage, state_on, format_versions, state, files_total, files, records,
                   rejected, supports, violations, refusal_code, refusal_args as refusal_arguments, uploaded_by, uploaded_at,
                   started_at, finished_at, withdrawal_requested_by, withdrawal_reason, withdrawal_confirmed_by
              from support.import
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
    private SupportImportStore store;

    @EJB
    private SupportImportQueue queue;

    @EJB
    private Tasks tasks;

    @Inject
    private AfterCommit afterCommit;

    private record Standing(ReleaseState state) {}

    /**
     * Takes in an upload, XML or an archive of it, and queues its import.
     *
     * @param coverage whether it holds the whole register, so that absence speaks
     * @param confirm whether a complete one may be much smaller than the one before it
     * @param most the largest size taken, in bytes
     * @throws Problem {@code upload-empty}, {@code body-too-large}
     */
    @RolesAllowed(DEPARTMENT)
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public SupportImportView submit(String fileName, Coverage coverage, boolean confirm, InputStream bytes, long most) {
        Documents.StoredFile file;
        try {
            file = documents.store(bytes, most);
        } catch (Problem refused) {
            throw refused.code() == PlatformProblem.DOCUMENT_EMPTY
                    ? new Problem(IntakeProblem.UPLOAD_EMPTY, fileName)
                    : refused;
        }
        long id = store.register(file, fileName, coverage, confirm, caller.login());
        afterCommit.run(queue::wake);
        return find(id);
    }

    /** One import. @throws Problem {@code support-import-unknown} */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, SERVICE})
    public SupportImportView view(long id) {
        return find(id);
    }

    private SupportImportView find(long id) {
        return sql.with(handle -> handle.createQuery(IMPORT + " where id = :id")
                        .bind("id", id)
                        .mapTo(SupportImportView.class)
                        .findOne())
                .orElseThrow(() -> new Problem(SUPPORT_IMPORT_UNKNOWN, Long.toString(id)));
    }

    /** All imports, the latest upload first. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, SERVICE})
    public Slice<SupportImportView> list(PageRequest page) {
        return Slice.of(
                sql.with(handle -> handle.createQuery(IMPORT + " where id < :after order by id desc limit :fetch")
                        .bind("after", number(page, Long.MAX_VALUE))
                        .bind("fetch", page.fetch())
                        .mapTo(SupportImportView.class)
                        .list()),
                page,
                found -> List.of(Long.toString(found.id())));
    }

    /** How many imports there are, whatever became of them. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, SERVICE})
    public long count() {
        return sql.with(handle -> handle.createQuery("select count(*) from support.import")
                .mapTo(Long.class)
                .one());
    }

    private static long number(PageRequest page, long otherwise) {
        return page.after().isEmpty() ? otherwise : Long.parseLong(page.after().get(0));
    }

    /** What was wrong or unusual in the import, in the order of its files. @throws Problem {@code support-import-unknown} */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, SERVICE})
    public Slice<SupportImportRemark> problems(long id, PageRequest page) {
        find(id);
        return Slice.of(
                sql.with(handle -> handle.createQuery("""
                                select id, file, document, line, field, code, args, rejected
                                  from support.import_problem
                                 where import_id = coalesce((select same_as from support.import where id = :id), :id)
                                   and id > :after
                                 order by id
                                 limit :fetch""")
                        .bind("id", id)
                        .bind("after", number(page, 0))
                        .bind("fetch", page.fetch())
                        .mapTo(SupportImportRemark.class)
                        .list()),
                page,
                remark -> List.of(Long.toString(remark.id())));
    }

    /** Stops the import after the file it is at; nothing of it is kept. @throws Problem {@code support-import-not-running} */
    @RolesAllowed(DEPARTMENT)
    public SupportImportView stop(long id) {
        var before = new Standing(find(id).state());
        int stopped = sql.with(handle -> handle.createUpdate("""
                        update support.import
                           set stop_requested = true, state = case when state = 'QUEUED' then 'STOPPED' else state end
                         where id = :id and state in ('QUEUED', 'RUNNING')""").bind("id", id).execute());
        if (stopped == 0) {
            throw new Problem(SUPPORT_IMPORT_NOT_RUNNING, Long.toString(id));
        }
        changes.record(
                "SUPPORT_IMPORT_STOPPED", SUBJECT, Long.toString(id), before, new Standing(ReleaseState.STOPPED));
        return find(id);
    }

    /** Begins a stopped or failed import again. @throws Problem {@code support-import-not-restartable} */
    @RolesAllowed(DEPARTMENT)
    public SupportImportView restart(long id) {
        var before = new Standing(find(id).state());
        int queued = sql.with(handle -> handle.createUpdate("""
                        update support.import
                           set state = 'QUEUED', stop_requested = false, attempts = 0
                         where id = :id and state in ('STOPPED', 'FAILED')""").bind("id", id).execute());
        if (queued == 0) {
            throw new Problem(SUPPORT_IMPORT_NOT_RESTARTABLE, Long.toString(id));
        }
        changes.record(
                "SUPPORT_IMPORT_RESTARTED", SUBJECT, Long.toString(id), before, new Standing(ReleaseState.QUEUED));
        afterCommit.run(queue::wake);
        return find(id);
    }

    /**
     * The first person asks for the withdrawal, another confirms it.
     *
     * @throws Problem as {@link #requestWithdrawal} and {@link #confirmWithdrawal}
     */
    @RolesAllowed({DEPARTMENT, CHIEF})
    public SupportImportView withdraw(long id, @Nullable String reason) {
        return find(id).withdrawalRequestedBy() == null ? requestWithdrawal(id, reason) : confirmWithdrawal(id);
    }

    /**
     * Asks for an import to be withdrawn; takes effect when a second person confirms.
     *
     * @throws Problem {@code support-import-unknown}, {@code support-import-not-withdrawable}, {@code withdrawal-requested-already},
     *     {@code withdrawal-reason-required}
     */
    @RolesAllowed({DEPARTMENT, CHIEF})
    public SupportImportView requestWithdrawal(long id, @Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw new Problem(WITHDRAWAL_REASON_REQUIRED).at("/reason");
        }
        if (reason.length() > 2000) {
            throw new Problem(TEXT_TOO_LONG, "reason", 2000).at("/reason");
        }
        sql.with(handle -> {
            var wrong = withdrawable(handle, id);
            if (wrong.withdrawalRequestedBy() != null) {
                throw new Problem(WITHDRAWAL_REQUESTED_ALREADY, id, wrong.withdrawalRequestedBy());
            }
            return handle.createUpdate("""
                            update support.import
                               set withdrawal_requested_by = :login, withdrawal_requested_at = platform.now(),
                                   withdrawal_reason = :reason
                             where id = :id""")
                    .bind("login", caller.login())
                    .bind("reason", reason)
                    .bind("id", id)
                    .execute();
        });
        changes.record("SUPPORT_IMPORT_WITHDRAWAL_REQUESTED", SUBJECT, Long.toString(id), null, reason);
        tasks.open(
                CONFIRM_WITHDRAWAL,
                Doer.second(DEPARTMENT, caller.login()),
                SUBJECT,
                Long.toString(id),
                Map.of("reason", reason),
                null);
        return find(id);
    }

    /**
     * Withdraws an import at the request of another person: what it said no longer holds, earlier checks still replay.
     *
     * @throws Problem {@code support-import-unknown}, {@code withdrawal-not-requested}, {@code second-person-required}
     */
    @RolesAllowed({DEPARTMENT, CHIEF})
    public SupportImportView confirmWithdrawal(long id) {
        sql.with(handle -> {
            handle.execute("select pg_advisory_xact_lock(?)", SupportImportStore.LOCK);
            var wrong = withdrawable(handle, id);
            if (wrong.withdrawalRequestedBy() == null) {
                throw new Problem(WITHDRAWAL_NOT_REQUESTED, id);
            }
            if (wrong.withdrawalRequestedBy().equals(caller.login())) {
                throw new Problem(SECOND_PERSON_REQUIRED);
            }
            long change = changes.record(
                    "SUPPORT_IMPORT_WITHDRAWN",
                    SUBJECT,
                    Long.toString(id),
                    new Standing(ReleaseState.COMPLETED),
                    new Standing(ReleaseState.WITHDRAWN));
            handle.createUpdate("""
                            update support.import
                               set state = 'WITHDRAWN', withdrawn_by = :change,
                                   withdrawal_confirmed_by = case when id = :id then :login end
                             where id = :id or (same_as = :id and state = 'COMPLETED')""")
                    .bind("change", change)
                    .bind("login", caller.login())
                    .bind("id", id)
                    .execute();
            tasks.done(CONFIRM_WITHDRAWAL, SUBJECT, Long.toString(id));
            return change;
        });
        return find(id);
    }

    private static SupportImportView withdrawable(Handle handle, long id) {
        var wrong = handle.createQuery(IMPORT + " where id = :id for update")
                .bind("id", id)
                .mapTo(SupportImportView.class)
                .findOne()
                .orElseThrow(() -> new Problem(SUPPORT_IMPORT_UNKNOWN, Long.toString(id)));
        if (wrong.state() != ReleaseState.COMPLETED) {
            throw new Problem(SUPPORT_IMPORT_NOT_WITHDRAWABLE, Long.toString(id));
        }
        return wrong;
    }
}
