package ru.mos.clusters.registry.release;

import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Sql;

/**
 * Lays a register release over those in force. A COMPLETE one is a new column in their order: only the subjects for which
 * it differs from what runs through its place are touched, whether it comes last or late. An EXTRACT adds single sightings.
 */
final class SmeMerge {

    private final Sql sql;
    private final Handle handle;
    private final ReleaseStore.Row release;
    private final long ord;
    private final long change;
    private final @Nullable Long next;

    SmeMerge(Sql sql, Handle handle, ReleaseStore.Row release, long change) {
        this.sql = sql;
        this.handle = handle;
        this.release = release;
        this.ord = Objects.requireNonNull(release.ord());
        this.change = change;
        this.next = nextColumn(handle, ord).orElse(null);
    }

    /** The first COMPLETE release in force after this place in the order. */
    static Optional<Long> nextColumn(Handle handle, long ord) {
        return handle.createQuery("""
                        select min(ord)
                          from registry.release
                         where kind = 'SME_REGISTER' and coverage = 'COMPLETE' and recorded_by is not null
                           and same_as is null and withdrawn_by is null and ord > :ord""").bind("ord", ord).mapTo(Long.class).findOne();
    }

    Merging.Counts merge() {
        handle.execute("analyze registry.staged_sme (release_id, inn, kind, hash)");
        activities();
        boolean empty = !is("select exists (select from registry.sme_run where superseded_by is null)")
                && !is("select exists (select from registry.entity)");
        var counts = release.coverage() == Coverage.EXTRACT ? extract() : complete(empty);
        // from here on the release counts among those in force
        handle.createUpdate("update registry.release set recorded_by = :change where id = :release")
                .bind("change", change)
                .bind("release", release.id())
                .execute();
        boolean many = is("select (select count(*) from registry.staged_sme) > 20000 + 2 * greatest(0,"
                + " (select reltuples from pg_class where oid = cast('registry.entity' as regclass)))");
        if (many) {
            handle.execute("select registry.drop_search_indexes()"); // built anew by the job's last step
        }
        run(empty ? "NewEntities" : "PresentEntities");
        if (release.coverage() == Coverage.COMPLETE && next != null) {
            handle.createUpdate(sql.file(SmeMerge.class, "CountNeighbour"))
                    .bind("ord", next)
                    .execute();
        }
        return counts;
    }

    private boolean is(String question) {
        return handle.createQuery(question).mapTo(Boolean.class).one();
    }

    private void activities() {
        handle.createUpdate("""
                        insert into registry.activity (version, code, name)
                        select distinct on (version, code) version, code, name
                          from registry.staged_activity
                         where release_id = :release
                         order by version, code, name
                            on conflict do nothing""").bind("release", release.id()).execute();
    }

    private Merging.Counts complete(boolean empty) {
        if (empty) {
            return new Merging.Counts(runs("NewRuns").bind("extract", false).execute(), 0, 0);
        }
        run("Touched");
        handle.execute("analyze touched");
        var counts = handle.createQuery("""
                        select count(*) filter (where covering is null) as entered,
                               count(*) filter (where hash is null) as "left",
                               count(*) filter (where covering is not null and hash is not null) as changed
                          from touched""").mapTo(Merging.Counts.class).one();
        runs("CutRuns").execute();
        if (next != null) {
            runs("ExtendNext").execute();
        }
        runs("NewRunsOfTouched").execute();
        return counts;
    }

    private Merging.Counts extract() {
        var counts = handle.createQuery(sql.file(SmeMerge.class, "CountExtract"))
                .bind("release", release.id())
                .bind("ord", ord)
                .mapTo(Merging.Counts.class)
                .one();
        handle.createUpdate(sql.file(SmeMerge.class, "NewRuns"))
                .bind("release", release.id())
                .bind("change", change)
                .bind("ord", ord)
                .bind("next", (Long) null)
                .bind("extract", true)
                .execute();
        handle.execute(
                "create temporary table touched on commit drop as"
                        + " select inn, kind from registry.staged_sme where release_id = ?",
                release.id());
        return counts;
    }

    private Update runs(String file) {
        return handle.createUpdate(sql.file(SmeMerge.class, file))
                .bind("release", release.id())
                .bind("change", change)
                .bind("ord", ord)
                .bind("next", next);
    }

    private void run(String file) {
        handle.createUpdate(sql.file(SmeMerge.class, file))
                .bind("release", release.id())
                .bind("ord", ord)
                .execute();
    }
}
