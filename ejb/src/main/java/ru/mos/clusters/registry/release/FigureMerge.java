package ru.mos.clusters.registry.release;

import java.util.Objects;
import org.jdbi.v3.core.Handle;
import ru.mos.clusters.platform.Sql;

/** Adds the figures of a headcount or income release, as the statement of this release about that year. */
final class FigureMerge {

    private final Sql sql;
    private final Handle handle;
    private final ReleaseStore.Row release;
    private final long change;

    FigureMerge(Sql sql, Handle handle, ReleaseStore.Row release, long change) {
        this.sql = sql;
        this.handle = handle;
        this.release = release;
        this.change = change;
    }

    Merging.Counts merge() {
        boolean headcount = release.kind() == ReleaseKind.HEADCOUNT;
        int year = Objects.requireNonNull(release.stateOn()).getYear();
        var counts = handle.createQuery(sql.file(FigureMerge.class, headcount ? "CountHeadcounts" : "CountIncomes"))
                .bind("release", release.id())
                .bind("year", year)
                .mapTo(Merging.Counts.class)
                .one();
        String columns = headcount ? "value" : "income, expense";
        String values = headcount ? "s.headcount" : "s.income, s.expense";
        handle.createUpdate("insert into registry." + (headcount ? "headcount" : "income") + " (inn, year, " + columns
                        + ", document_on, document, name, release_id, file_seq, recorded_by) select s.inn, :year, "
                        + values
                        + ", s.document_on, s.document, s.name, s.release_id, s.file_seq, :change"
                        + " from registry.staged_figure s where s.release_id = :release")
                .bind("year", year)
                .bind("change", change)
                .bind("release", release.id())
                .execute();
        handle.createUpdate(sql.file(FigureMerge.class, "PresentOrganisations"))
                .bind("release", release.id())
                .bind("ord", Objects.requireNonNull(release.ord()))
                .execute();
        return counts;
    }
}
