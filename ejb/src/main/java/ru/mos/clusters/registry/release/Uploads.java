package ru.mos.clusters.registry.release;

import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.intake.IntakeProblem.UPLOAD_EMPTY;
import static ru.mos.clusters.registry.release.ReleaseProblem.RELEASE_NOT_RESTARTABLE;
import static ru.mos.clusters.registry.release.ReleaseProblem.RELEASE_NOT_RUNNING;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.InputStream;
import ru.mos.clusters.platform.AfterCommit;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.Documents;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Sql;

/** Releases on their way in: uploaded, imported, stopped and continued. */
@Stateless
@DenyAll
public class Uploads {

    @Inject
    private Sql sql;

    @Inject
    private Documents documents;

    @Inject
    private Changes changes;

    @Inject
    private Caller caller;

    @Inject
    private ReleaseStore store;

    @EJB
    private Imports imports;

    @Inject
    private AfterCommit afterCommit;

    /**
     * Takes in an upload, an archive or one XML file, and queues its import. Belongs to the caller's transaction where there
     * is one; else none is open while the bytes come in.
     *
     * @param coverage and {@code confirm} concern releases of the SME register only
     * @param confirm a COMPLETE release may have less than 90 % of the previous one's records
     * @param most the largest size taken, in bytes
     * @throws Problem {@code upload-empty}, {@code body-too-large}
     */
    @RolesAllowed(DEPARTMENT)
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public ReleaseView submit(String fileName, Coverage coverage, boolean confirm, InputStream bytes, long most) {
        Documents.StoredFile file;
        try {
            file = documents.store(bytes, most);
        } catch (Problem refused) {
            throw refused.code() == PlatformProblem.DOCUMENT_EMPTY ? new Problem(UPLOAD_EMPTY, fileName) : refused;
        }
        long id = store.register(file, fileName, coverage, confirm, caller.login());
        afterCommit.run(imports::wake);
        return find(id);
    }

    /** Stops the import after the block it is at. @throws Problem {@code release-not-running} */
    @RolesAllowed(DEPARTMENT)
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
    @RolesAllowed(DEPARTMENT)
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
        afterCommit.run(imports::wake);
        return find(id);
    }

    /** What the record of changes keeps of a stop and of its end. */
    private record Standing(ReleaseState state) {}

    private ReleaseView find(long id) {
        return sql.with(handle -> ReleaseView.of(handle, id));
    }
}
