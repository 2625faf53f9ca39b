package ru.mos.clusters.support.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.Documents;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.intake.Refusal;
import ru.mos.clusters.registry.release.Coverage;
import ru.mos.clusters.registry.release.ReleaseState;

/** The row of an import while it runs; each method is a transaction of its own. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class SupportImportStore {

    /** Serialises whatever changes which import is in force. */
    static final long LOCK = 20101128;

    static final String SUBJECT = "SUPPORT_IMPORT";

    @Inject
    private Sql sql;

    @Inject
    private Changes changes;

    @Inject
    private Documents documents;

    /** What the import needs to know of its row. */
    record Row(
            long id,
            String fileName,
            String sha256,
            Coverage coverage,
            boolean confirm,
            String uploadedBy,
            int attempts,
            @Nullable Long recordedBy) {}

    private record Uploaded(String fileName, String sha256, long size, Coverage coverage) {}

    @Transactional
    long register(Documents.StoredFile file, String fileName, Coverage coverage, boolean confirm, String login) {
        long id = sql.with(handle -> handle.createQuery("""
                        insert into support.import (file_name, sha256, size, coverage, confirm, state, uploaded_by, uploaded_at)
                        values (:fileName, :sha256, :size, :coverage, :confirm, 'QUEUED', :login, platform.now())
                        returning id""")
                .bind("fileName", fileName)
                .bind("sha256", file.sha256())
                .bind("size", file.size())
                .bind("coverage", coverage.name())
                .bind("confirm", confirm)
                .bind("login", login)
                .mapTo(Long.class)
                .one());
        changes.record(
                "SUPPORT_IMPORT_UPLOADED",
                SUBJECT,
                Long.toString(id),
                null,
                new Uploaded(fileName, file.sha256(), file.size(), coverage));
        completeAsSame(id);
        return id;
    }

    /** Equal bytes already in force, said of as much: there is nothing to read. */
    boolean completeAsSame(long id) {
        return sql.with(handle -> handle.createUpdate("""
                                update support.import i
                                   set state = 'COMPLETED', same_as = s.id, state_on = s.state_on,
                                       format_versions = s.format_versions, files_total = s.files_total, files = s.files,
                                       records = s.records, rejected = s.rejected, supports = s.supports,
                                       violations = s.violations, started_at = platform.now(), finished_at = platform.now()
                                  from support.import s
                                 where i.id = :id and i.state in ('QUEUED', 'RUNNING')
                                   and s.id = (select max(e.id) from support.import e
                                                where e.sha256 = i.sha256 and e.coverage = i.coverage and e.id <> i.id
                                                  and e.state = 'COMPLETED' and e.same_as is null)""").bind("id", id).execute()) > 0;
    }

    Row row(long id) {
        return sql.with(handle ->
                handle.createQuery("""
                        select id, file_name, sha256, coverage, confirm, uploaded_by, attempts, recorded_by
                          from support.import
                         where id = :id""").bind("id", id).mapTo(Row.class).one());
    }

    Path fileOf(Row row) {
        return documents.path(row.sha256());
    }

    /** Whether anything waits or is marked as running. */
    boolean isWork() {
        return sql.with(handle -> handle.createQuery(
                        "select exists (select from support.import where state in ('QUEUED', 'RUNNING'))")
                .mapTo(Boolean.class)
                .one());
    }

    /** The next import, cut off before or waiting; from now on it runs. Only for whoever has the leave. */
    Optional<Long> takeNext() {
        return sql.with(handle -> handle.createQuery("""
                        update support.import
                           set state = 'RUNNING', attempts = attempts + 1, started_at = coalesce(started_at, platform.now()),
                               finished_at = null
                         where id = (select id from support.import
                                      where state in ('QUEUED', 'RUNNING')
                                      order by state = 'QUEUED', id
                                      limit 1)
                        returning id""").mapTo(Long.class).findOne());
    }

    void inspected(long id, int files) {
        sql.with(handle ->
                handle.createUpdate("""
                        update support.import
                           set files_total = :files, files = 0, records = 0, rejected = 0
                         where id = :id""").bind("files", files).bind("id", id).execute());
    }

    /** Notes how far the import is. @return whether a person wants it to stop */
    boolean progress(long id, int files, long records, long rejected) {
        return sql.with(handle -> handle.createQuery("""
                        update support.import
                           set files = :files, records = :records, rejected = :rejected
                         where id = :id
                        returning stop_requested""")
                .bind("files", files)
                .bind("records", records)
                .bind("rejected", rejected)
                .bind("id", id)
                .mapTo(Boolean.class)
                .one());
    }

    void refuse(long id, Refusal refusal) {
        sql.with(handle -> {
            handle.registerArrayType(String.class, "text");
            return handle.createUpdate("""
                            update support.import
                               set state = 'REFUSED', refusal_code = :code, refusal_args = cast(:args as text[]),
                                   finished_at = platform.now()
                             where id = :id""")
                    .bind("code", refusal.code().slug())
                    .bindArray("args", String.class, refusal.arguments())
                    .bind("id", id)
                    .execute();
        });
    }

    /** The end of an import that neither completed nor was refused; nothing of it is kept. */
    void ended(long id, ReleaseState state) {
        sql.with(handle -> handle.createUpdate("""
                        update support.import
                           set state = :state, finished_at = platform.now(), files = 0, records = 0, rejected = 0
                         where id = :id and state = 'RUNNING'""")
                .bind("state", state.name())
                .bind("id", id)
                .execute());
    }
}
