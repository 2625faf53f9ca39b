package ru.mos.clusters.registry.release;

import static ru.mos.clusters.registry.release.ReleaseProblem.RELEASE_EMPTY;
import static ru.mos.clusters.registry.release.ReleaseProblem.RELEASE_TOO_SMALL;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.LongTransaction;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.intake.Refusal;

/** Lets a read release take effect, or a withdrawn one lose it, in one transaction that appears at once or not at all. */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class Merging {

    @Inject
    private Sql sql;

    @Inject
    private Changes changes;

    @Inject
    private LongTransaction transaction;

    private record Merged(
            @Nullable ReleaseKind kind,
            String fileName,
            @Nullable LocalDate stateOn,
            long accepted) {}

    /** @throws Refusal if a COMPLETE release is much smaller than the one before and nobody confirmed it */
    void merge(long id) {
        transaction.inOne(handle -> {
            var row = locked(handle, id);
            ReleaseStore.requireOurs(handle, id);
            if (row.recordedBy() != null) {
                return id;
            }
            long accepted = requireWhole(handle, id);
            boolean sme = row.kind() == ReleaseKind.SME_REGISTER;
            long doubles = handle.createUpdate(sql.file(Merging.class, sme ? "RejectDoubles" : "RejectDoubledFigures"))
                    .bind("release", id)
                    .execute();
            accepted -= doubles;
            if (accepted == 0) {
                throw new Refusal(RELEASE_EMPTY);
            }
            requireSize(handle, row, accepted);
            long change = changes.recordBy(
                    row.uploadedBy(),
                    "RELEASE_MERGED",
                    "RELEASE",
                    Long.toString(id),
                    null,
                    new Merged(row.kind(), row.fileName(), row.stateOn(), accepted));
            var counts = facts(handle, row, change);
            handle.createUpdate("""
                            update registry.release
                               set state = 'COMPLETED', phase = null, finished_at = platform.now(), recorded_by = :change,
                                   rejected = rejected + :doubles, entered = :entered, left_count = :left,
                                   changed = :changed, unchanged = :accepted - :entered - :changed
                             where id = :id""")
                    .bind("change", change)
                    .bind("doubles", doubles)
                    .bind("accepted", accepted)
                    .bind("entered", counts.entered())
                    .bind("left", counts.left())
                    .bind("changed", counts.changed())
                    .bind("id", id)
                    .execute();
            handle.execute("truncate registry.staged_sme, registry.staged_figure, registry.staged_activity");
            return id;
        });
    }

    /** Builds the indexes for search where a merge that brought most entities has dropped them. */
    void indexForSearch() {
        transaction.inOne(handle -> handle.execute("""
                do $$
                begin
                    if to_regclass('registry.entity_by_words') is null then
                        perform registry.create_search_indexes();
                    end if;
                end
                $$"""));
    }

    /** What a release does to what was known before it, by date. */
    record Counts(long entered, long left, long changed) {}

    private Counts facts(Handle handle, ReleaseStore.Row row, long change) {
        if (row.kind() != ReleaseKind.SME_REGISTER) {
            return new FigureMerge(sql, handle, row, change).merge();
        }
        return new SmeMerge(sql, handle, row, change).merge();
    }

    /** What was counted while reading must all be there: a crash of the database empties the staging tables. */
    private static long requireWhole(Handle handle, long id) {
        long read = handle.createQuery(
                        "select sum(records - rejected) from registry.release_file where release_id = :id and done")
                .bind("id", id)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
        long staged = handle.createQuery("""
                        select (select count(*) from registry.staged_sme where release_id = :id)
                             + (select count(*) from registry.staged_figure where release_id = :id)""").bind("id", id).mapTo(Long.class).one();
        if (read != staged) {
            throw new IllegalStateException(
                    "of release " + id + " " + read + " documents were read, but " + staged + " are stored");
        }
        return staged;
    }

    private static void requireSize(Handle handle, ReleaseStore.Row row, long accepted) {
        if (row.confirm() || row.coverage() != Coverage.COMPLETE || row.kind() != ReleaseKind.SME_REGISTER) {
            return;
        }
        long before = handle.createQuery("""
                        select records - rejected
                          from registry.release
                         where kind = 'SME_REGISTER' and coverage = 'COMPLETE' and recorded_by is not null
                           and same_as is null and withdrawn_by is null and ord < :ord
                         order by ord desc
                         limit 1""")
                .bind("ord", row.ord())
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
        if (accepted * 10 < before * 9) {
            throw new Refusal(RELEASE_TOO_SMALL, Long.toString(accepted), Long.toString(before));
        }
    }

    static ReleaseStore.Row locked(Handle handle, long id) {
        handle.execute("select pg_advisory_xact_lock(?)", ReleaseStore.LOCK);
        return handle.createQuery("""
                        select id, kind, file_name, sha256, coverage, state_on, files_total, confirm, state, uploaded_by, ord,
                               recorded_by
                          from registry.release
                         where id = :id
                           for update""")
                .bind("id", id)
                .mapTo(ReleaseStore.Row.class)
                .one();
    }
}
