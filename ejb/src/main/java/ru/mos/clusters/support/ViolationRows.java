package ru.mos.clusters.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.SqlStatements;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Sql;

/** Rows of violations: read, added, superseded. */
@ApplicationScoped
class ViolationRows {

    private static final ViolationFilter ALL = new ViolationFilter(null, null, null, null);

    private static final String COUNT = """
            select count(*)
              from support.violation v
             where (cast(:inn as text) is null or v.inn = :inn)
               and (cast(:kind as text) is null or v.kind = :kind)
               and (cast(:record as uuid) is null or v.record_id = cast(:record as uuid))""";

    @Inject
    private Sql sql;

    void insert(UUID id, RecogniseViolation command, long change) {
        var paper = command.document();
        sql.with(handle -> handle.createUpdate("""
                        insert into support.violation (id, inn, record_id, kind, recognised_on, correction_due, description,
                               document_title, document_number, document_date, entered_by, recorded_by)
                        values (:id, :inn, cast(:record as uuid), :kind, :recognisedOn, cast(:correctionDue as date),
                                :description, :title, :number, :date, :change, :change)""")
                .bind("id", id)
                .bind("inn", command.inn())
                .bind("record", command.record())
                .bind("kind", command.kind().name())
                .bind("recognisedOn", command.recognisedOn())
                .bind("correctionDue", command.correctionDue())
                .bind("description", command.description())
                .bind("title", paper.title())
                .bind("number", paper.number())
                .bind("date", paper.date())
                .bind("change", change)
                .execute());
    }

    /** @throws Problem {@code changed-meanwhile} where somebody else was quicker */
    void correct(ViolationView before, LocalDate day, Paper document, long change) {
        required(sql.with(handle -> handle.createUpdate("""
                        with before as (
                            update support.violation set superseded_by = :change
                             where row_id = :version and superseded_by is null
                            returning *
                        )
                        insert into support.violation (id, inn, record_id, kind, recognised_on, correction_due, corrected_on,
                               description, document_title, document_number, document_date, correction_title,
                               correction_number, correction_date, entered_by, recorded_by)
                        select id, inn, record_id, kind, recognised_on, correction_due, cast(:day as date), description,
                               document_title, document_number, document_date, :title, :number, cast(:date as date),
                               entered_by, :change
                          from before""")
                .bind("change", change)
                .bind("version", before.version())
                .bind("day", day)
                .bind("title", document.title())
                .bind("number", document.number())
                .bind("date", document.date())
                .execute()));
    }

    /** @throws Problem {@code changed-meanwhile} where somebody else was quicker */
    void supersede(ViolationView before, long change) {
        required(sql.with(handle -> handle.createUpdate("""
                        update support.violation set superseded_by = :change
                         where row_id = :version and superseded_by is null""")
                .bind("change", change)
                .bind("version", before.version())
                .execute()));
    }

    private static void required(int changed) {
        if (changed == 0) {
            throw new Problem(PlatformProblem.CHANGED_MEANWHILE);
        }
    }

    /** As it stands, or stood before it was annulled. */
    Optional<ViolationView> find(UUID id) {
        return sql.with(handle -> filtered(
                        handle.createQuery(sql.file(ViolationRows.class, "Violations")
                                        + " and v.id = :id order by v.row_id desc limit 1")
                                .bind("id", id),
                        ALL)
                .mapTo(ViolationView.Row.class)
                .map(ViolationView.Row::view)
                .findOne());
    }

    List<ViolationView> list(ViolationFilter filter, PageRequest page) {
        var after = page.after();
        return sql.with(handle -> filtered(
                        handle.createQuery(known(sql.file(ViolationRows.class, "Violations"), filter) + """
                                           and (:first or (v.recognised_on, v.id) < (cast(:afterDay as date), cast(:afterId as uuid)))
                                         order by v.recognised_on desc, v.id desc
                                         limit :most""")
                                .bind("first", after.isEmpty())
                                .bind("afterDay", after.isEmpty() ? null : after.get(0))
                                .bind("afterId", after.isEmpty() ? null : after.get(1))
                                .bind("most", page.fetch()),
                        filter)
                .mapTo(ViolationView.Row.class)
                .map(ViolationView.Row::view)
                .list());
    }

    long count(ViolationFilter filter) {
        return sql.with(handle -> filtered(handle.createQuery(known(COUNT, filter)), filter)
                .mapTo(Long.class)
                .one());
    }

    private static String known(String query, ViolationFilter filter) {
        return query
                + (filter.knownOn() == null
                        ? " and v.superseded_by is null"
                        : " and platform.is_known(v.recorded_by, v.superseded_by, cast(:knownOn as timestamptz))");
    }

    private static <T extends SqlStatement<T>> T filtered(T query, ViolationFilter filter) {
        query.configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true));
        return query.bind("inn", filter.inn())
                .bind("kind", filter.kind() == null ? null : filter.kind().name())
                .bind("record", filter.record())
                .bind("knownOn", filter.knownOn());
    }
}
