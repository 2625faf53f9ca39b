package ru.mos.clusters.registry.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.Documents;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.intake.Refusal;
import ru.mos.clusters.platform.intake.Upload;

/** The row of a release and its files while it is being imported; each method is a transaction of its own. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class ReleaseStore {

    /** Serialises whatever changes which release runs or is in force. */
    static final long LOCK = 20101124;

    private static final String NODE = System.getProperty("jboss.node.name", "node");

    @Inject
    private Sql sql;

    @Inject
    private Changes changes;

    @Inject
    private Documents documents;

    /** What the import needs to know of a release. */
    public record Row(
            long id,
            @Nullable ReleaseKind kind,
            String fileName,
            String sha256,
            Coverage coverage,
            java.time.@Nullable LocalDate stateOn,
            int filesTotal,
            boolean confirm,
            ReleaseState state,
            String uploadedBy,
            @Nullable Long ord,
            @Nullable Long recordedBy) {}

    /** A file not yet read to its end, and how many of its blocks are stored. */
    public record Rest(int seq, String name, int blocks) {}

    @Transactional
    long register(Documents.StoredFile file, String fileName, Coverage coverage, boolean confirm, String login) {
        long id = sql.with(handle -> handle.createQuery("""
                        insert into registry.release
                               (file_name, sha256, size, path, coverage, confirm, state, uploaded_by, uploaded_at)
                        values (:fileName, :sha256, :size, :path, :coverage, :confirm, 'QUEUED', :login, platform.now())
                        returning id""")
                .bind("fileName", fileName)
                .bind("sha256", file.sha256())
                .bind("size", file.size())
                .bind("path", file.path().toString())
                .bind("coverage", coverage.name())
                .bind("confirm", confirm)
                .bind("login", login)
                .mapTo(Long.class)
                .one());
        changes.record(
                "RELEASE_UPLOADED",
                "RELEASE",
                Long.toString(id),
                null,
                new Uploaded(fileName, file.sha256(), file.size(), coverage, confirm));
        completeAsSame(id);
        return id;
    }

    private record Uploaded(String fileName, String sha256, long size, Coverage coverage, boolean confirm) {}

    /** Equal bytes with equal coverage, already in force: there is nothing to read. */
    boolean completeAsSame(long id) {
        return sql.with(handle -> {
            int done = handle.createUpdate(sql.file(ReleaseStore.class, "CompleteAsSame"))
                    .bind("id", id)
                    .execute();
            return done > 0;
        });
    }

    Row row(long id) {
        return find(id).orElseThrow();
    }

    Optional<Row> find(long id) {
        return sql.with(handle ->
                handle.createQuery("""
                        select id, kind, file_name, sha256, coverage, state_on, files_total, confirm, state, uploaded_by, ord,
                               recorded_by
                          from registry.release
                         where id = :id""").bind("id", id).mapTo(Row.class).findOne());
    }

    void inspected(long id, Inspection inspection, List<Upload.Part> parts) {
        sql.with(handle -> {
            handle.createUpdate("""
                            update registry.release
                               set kind = :kind, state_on = :stateOn, files_total = :files, phase = 'READ',
                                   coverage = case when :kind = 'SME_REGISTER' then coverage else 'EXTRACT' end
                             where id = :id""")
                    .bind("kind", inspection.kind().name())
                    .bind("stateOn", inspection.stateOn())
                    .bind("files", parts.size())
                    .bind("id", id)
                    .execute();
            var batch = handle.prepareBatch(
                    "insert into registry.release_file (release_id, seq, name, size) values (:id, :seq, :name, :size)");
            for (int i = 0; i < parts.size(); i++) {
                batch.bind("id", id)
                        .bind("seq", i + 1)
                        .bind("name", parts.get(i).name())
                        .bind("size", parts.get(i).size())
                        .add();
            }
            return batch.execute().length;
        });
    }

    void phase(long id, String phase) {
        sql.with(handle -> handle.createUpdate("update registry.release set phase = :phase where id = :id")
                .bind("phase", phase)
                .bind("id", id)
                .execute());
    }

    /**
     * What is still to be read. If what was stored is no longer there (a crash of the database empties the staging tables),
     * or there is nothing of this release yet, it begins from the beginning.
     */
    List<Rest> rest(long id) {
        return sql.with(handle -> {
            boolean whole =
                    handle.createQuery("""
                            select coalesce(sum(f.records - f.rejected), 0) > 0
                               and coalesce(sum(f.records - f.rejected), 0)
                                   = (select count(*) from registry.staged_sme s where s.release_id = :id)
                                   + (select count(*) from registry.staged_figure s where s.release_id = :id)
                              from registry.release_file f
                             where f.release_id = :id""").bind("id", id).mapTo(Boolean.class).one();
            if (!whole) {
                handle.execute("truncate registry.staged_sme, registry.staged_figure, registry.staged_activity");
                handle.execute("delete from registry.problem where release_id = ?", id);
                handle.execute(
                        "update registry.release_file set records = 0, rejected = 0, blocks = 0, done = false"
                                + " where release_id = ?",
                        id);
                handle.execute(
                        "update registry.release set records = 0, rejected = 0, files = 0, files_before = 0,"
                                + " records_before = 0 where id = ?",
                        id);
            }
            return handle.createQuery("""
                            select seq, name, blocks
                              from registry.release_file
                             where release_id = :id and not done
                             order by seq""").bind("id", id).mapTo(Rest.class).list();
        });
    }

    void refuse(long id, Refusal refusal) {
        sql.with(handle -> {
            requireOurs(handle, id);
            handle.registerArrayType(String.class, "text");
            handle.createUpdate("""
                            update registry.release
                               set state = 'REFUSED', refusal_code = :code, refusal_args = cast(:args as text[]),
                                   phase = null, finished_at = platform.now()
                             where id = :id""")
                    .bind("code", refusal.code().slug())
                    .bindArray("args", String.class, refusal.arguments())
                    .bind("id", id)
                    .execute();
            handle.execute("truncate registry.staged_sme, registry.staged_figure, registry.staged_activity");
            return true;
        });
    }

    /** The end of an import that neither completed nor was refused. */
    void ended(long id, ReleaseState state) {
        sql.with(handle -> handle.createUpdate("""
                        update registry.release
                           set state = :state, phase = null, finished_at = platform.now()
                         where id = :id and state = 'RUNNING'""")
                .bind("state", state.name())
                .bind("id", id)
                .execute());
    }

    /** The job stopped: by a person, or because the server stops and will go on after its start. */
    void stopped(long id) {
        sql.with(handle ->
                handle.createUpdate("""
                        update registry.release
                           set state = 'STOPPED', phase = null, finished_at = platform.now()
                         where id = :id and state = 'RUNNING' and stop_requested and node = :node""").bind("id", id).bind("node", NODE).execute());
    }

    /** The job failed; it will be tried again some times. */
    void failed(long id) {
        sql.with(handle -> handle.createUpdate(
                        "update registry.release set attempts = attempts + 1 where id = :id and node = :node")
                .bind("id", id)
                .bind("node", NODE)
                .execute());
    }

    /** Whether anything waits for an import, is marked as being imported, or has not been told to whom it concerns. */
    boolean isWork() {
        return sql.with(handle -> handle.createQuery("""
                        select exists (select from registry.release where state in ('QUEUED', 'RUNNING'))
                            or exists (select from registry.release
                                        where recorded_by is not null and not announced and attempts < 5)""").mapTo(Boolean.class).one());
    }

    /** Takes the next release out of the queue for this server, unless one is running. */
    Optional<Long> takeNext() {
        return sql.with(handle -> {
            handle.execute("select pg_advisory_xact_lock(?)", LOCK);
            return handle.createQuery("""
                            update registry.release
                               set state = 'RUNNING', node = :node, phase = 'INSPECT', stop_requested = false,
                                   resumed_at = platform.now(), files_before = files, records_before = records,
                                   started_at = coalesce(started_at, platform.now()), finished_at = null
                             where id = (select min(id) from registry.release where state = 'QUEUED')
                               and not exists (select from registry.release where state = 'RUNNING')
                            returning id""").bind("node", NODE).mapTo(Long.class).findOne();
        });
    }

    /** A release that some server is or was importing. */
    public record Running(
            long id, ReleaseState state, @Nullable Long jobExecution, int attempts, boolean stopRequested) {}

    Optional<Running> running() {
        return sql.with(handle -> handle.createQuery("""
                        select id, state, job_execution, attempts, stop_requested
                          from registry.release
                         where state = 'RUNNING' or (recorded_by is not null and not announced and attempts < 5)
                         order by id
                         limit 1""").mapTo(Running.class).findOne());
    }

    /** The release cut off, from now on this server's. */
    Optional<Running> takeUp() {
        var cut = running();
        cut.ifPresent(release -> sql.with(handle -> handle.createUpdate("""
                        update registry.release
                           set node = :node, resumed_at = platform.now(), files_before = files, records_before = records
                         where id = :id""")
                .bind("node", NODE)
                .bind("id", release.id())
                .execute()));
        return cut;
    }

    /**
     * Holds the release for the current transaction.
     *
     * @throws IllegalStateException if another server has taken it up meanwhile: the database was away, so this one had
     *     lost the leave to import
     */
    static void requireOurs(Handle handle, long id) {
        boolean ours = handle.createQuery("select node = :node from registry.release where id = :id for update")
                .bind("node", NODE)
                .bind("id", id)
                .mapTo(Boolean.class)
                .one();
        if (!ours) {
            throw new IllegalStateException("Another server has taken up the import of release " + id);
        }
    }

    /** Whoever had to be told has been told. */
    void announced(long id) {
        sql.with(handle -> handle.createUpdate("update registry.release set announced = true where id = :id")
                .bind("id", id)
                .execute());
    }

    void started(long id, long execution) {
        sql.with(handle -> handle.createUpdate("""
                        update registry.release set job_execution = :execution where id = :id""")
                .bind("execution", execution)
                .bind("id", id)
                .execute());
    }

    /** Where the upload lies now: the documents of a restored installation may lie elsewhere than they did. */
    Path fileOf(Row row) {
        return documents.path(row.sha256());
    }
}
