package ru.mos.clusters.registry.release;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** One subject before and after a release; null where it was not shown. */
public record ReleaseChange(
        String inn,
        int subjectKind,
        String name,
        @Nullable Shown before,
        @Nullable Shown after) {

    /** What a release shows of a subject, in the words of the contract. */
    public record Shown(
            String kind,
            String category,
            LocalDate since,
            @Nullable Boolean newlyCreated,
            @Nullable Boolean socialEnterprise,
            @Nullable Integer headcount,
            String name,
            @Nullable String region,
            @Nullable String mainActivity) {}

    static ReleaseChange of(ResultSet row, StatementContext context) throws SQLException {
        Shown before = shown(row, "b_");
        Shown after = shown(row, "a_");
        Shown latest = after == null ? before : after;
        return new ReleaseChange(
                row.getString("inn"), row.getInt("kind"), latest == null ? "" : latest.name(), before, after);
    }

    private static @Nullable Shown shown(ResultSet row, String prefix) throws SQLException {
        if (row.getString(prefix + "name") == null) {
            return null;
        }
        return new Shown(
                row.getString(prefix + "kind"),
                row.getString(prefix + "category"),
                row.getObject(prefix + "since", LocalDate.class),
                row.getObject(prefix + "newly_created", Boolean.class),
                row.getObject(prefix + "social", Boolean.class),
                row.getObject(prefix + "headcount", Integer.class),
                row.getString(prefix + "name"),
                row.getString(prefix + "region"),
                row.getString(prefix + "main_code"));
    }
}
