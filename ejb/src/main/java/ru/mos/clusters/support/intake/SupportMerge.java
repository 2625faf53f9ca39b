package ru.mos.clusters.support.intake;

import static ru.mos.clusters.support.SupportProblem.SUPPORT_IMPORT_DATE_LATER;
import static ru.mos.clusters.support.SupportProblem.SUPPORT_IMPORT_TOO_SMALL;
import static ru.mos.clusters.support.SupportProblem.SUPPORT_IMPORT_UNDATED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.intake.Refusal;
import ru.mos.clusters.registry.release.Coverage;

/** Lets what was read take effect, set by set. */
@ApplicationScoped
class SupportMerge {

    /** Of a hundred documents of the publication before, so many have to be there again. */
    private static final int LEAST_OF_HUNDRED = 90;

    @Inject
    private Sql sql;

    private record Neighbour(LocalDate stateOn, long records) {}

    /**
     * The day whose state was read: the one that most records name.
     *
     * @throws Refusal if none names a day, or the day has not come yet
     */
    LocalDate stateOn(Handle handle, String fileName, LocalDate today) {
        handle.execute("analyze staged_support");
        var day = handle.createQuery("select mode() within group (order by state_on) from staged_support")
                .mapTo(LocalDate.class)
                .findOne()
                .orElseThrow(() -> new Refusal(SUPPORT_IMPORT_UNDATED, fileName));
        if (day.isAfter(today)) {
            throw new Refusal(SUPPORT_IMPORT_DATE_LATER, day.toString());
        }
        return day;
    }

    /** @throws Refusal if it claims to be complete and is much smaller than the complete one before it */
    void requireWhole(Handle handle, SupportImportStore.Row row, LocalDate stateOn, long records) {
        var before = before(handle, stateOn);
        if (row.coverage() == Coverage.COMPLETE
                && !row.confirm()
                && before != null
                && records * 100 < before.records() * LEAST_OF_HUNDRED) {
            throw new Refusal(
                    SUPPORT_IMPORT_TOO_SMALL,
                    Long.toString(records),
                    Long.toString(before.records()),
                    before.stateOn().toString());
        }
    }

    private static @Nullable Neighbour before(Handle handle, LocalDate stateOn) {
        return handle.createQuery("""
                        select state_on, records
                          from support.import
                         where recorded_by is not null and withdrawn_by is null and coverage = 'COMPLETE'
                           and state_on < :stateOn
                         order by state_on desc, id desc
                         limit 1""")
                .bind("stateOn", stateOn)
                .mapTo(Neighbour.class)
                .findOne()
                .orElse(null);
    }

    void merge(
            Handle handle,
            long id,
            LocalDate stateOn,
            Collection<String> versions,
            long change,
            SupportStaging staging) {
        run(handle, "RemarkNumbersTwice", id, stateOn);
        run(handle, "DropNumbersTwice", id, stateOn);
        run(handle, "RemarkOtherDays", id, stateOn);
        run(handle, "RemarkCodes", id, stateOn);
        long supports = run(handle, "NewShown", id, stateOn);
        long violations = run(handle, "NewShownViolations", id, stateOn);
        handle.createUpdate("""
                        update support.import
                           set state = 'COMPLETED', state_on = :stateOn, records = :records, rejected = :rejected,
                               supports = :supports, violations = :violations, format_versions = cast(:versions as text[]),
                               recorded_by = :change, finished_at = platform.now()
                         where id = :id""")
                .bind("stateOn", stateOn)
                .bind("records", staging.accepted() + staging.rejected())
                .bind("rejected", staging.rejected())
                .bind("supports", supports)
                .bind("violations", violations)
                .bindArray("versions", String.class, List.copyOf(versions))
                .bind("change", change)
                .bind("id", id)
                .execute();
    }

    private long run(Handle handle, String file, long id, LocalDate stateOn) {
        return handle.createUpdate(sql.file(SupportMerge.class, file))
                .configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
                .bind("id", id)
                .bind("stateOn", stateOn)
                .execute();
    }
}
