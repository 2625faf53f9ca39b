package ru.mos.clusters.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.registry.SubjectName;
import ru.mos.clusters.support.rule.Purpose;

/** Rows of records of support: read, added, superseded. */
@ApplicationScoped
class SupportRows {

    private static final SupportFilter ALL = new SupportFilter(null, null, null, null, null, null, null);

    @Inject
    private Sql sql;

    /** @param origin the agreement it follows from; null: it is entered from a document */
    void insert(UUID id, EnterSupport command, @Nullable UUID origin, long change) {
        var paper = command.document();
        sql.with(handle -> handle.createUpdate("""
                        insert into support.record (id, register_number, provider_inn, provider_name, inn, name, form, kind,
                               purpose, purpose_form, decided_on, ends_on, size, unit, document_title, document_number,
                               document_date, origin, entered_by, recorded_by)
                        values (:id, :registerNumber, :provider, :providerName, :inn, :name, :form, :kind, :purpose,
                                :purposeForm, :decidedOn, :endsOn, :size, :unit, :title, :number, :date,
                                cast(:origin as uuid), :change, :change)""")
                .bind("id", id)
                .bind("registerNumber", command.registerNumber())
                .bind("provider", command.providerInn())
                .bind("providerName", SubjectName.shown(command.providerName(), command.providerInn()))
                .bind("inn", command.inn())
                .bind("name", SubjectName.shown(command.name(), command.inn()))
                .bind("form", command.form())
                .bind("kind", command.kind())
                .bind("purpose", command.purpose())
                .bind("purposeForm", Purpose.compared(command.purpose()))
                .bind("decidedOn", command.decidedOn())
                .bind("endsOn", command.endsOn())
                .bind("size", command.size())
                .bind("unit", command.unit())
                .bind("title", paper.title())
                .bind("number", paper.number())
                .bind("date", paper.date())
                .bind("origin", origin)
                .bind("change", change)
                .execute());
    }

    /** @throws Problem {@code changed-meanwhile} where somebody else was quicker */
    void correct(SupportRecordView before, EnterSupport entry, long change) {
        int made = sql.with(handle -> handle.createUpdate(sql.file(SupportRows.class, "CorrectRecord"))
                .bind("version", before.version())
                .bind("purpose", entry.purpose())
                .bind("purposeForm", Purpose.compared(entry.purpose()))
                .bind("endsOn", entry.endsOn())
                .bind("size", entry.size())
                .bind("change", change)
                .execute());
        if (made == 0) {
            throw new Problem(PlatformProblem.CHANGED_MEANWHILE);
        }
    }

    /** @param numbers by id of the record; who has a number keeps it */
    void number(Map<UUID, String> numbers, long change) {
        var ids = List.copyOf(numbers.keySet());
        sql.with(handle -> handle.createUpdate(sql.file(SupportRows.class, "NumberRecords"))
                .bind("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .bind("numbers", ids.stream().map(numbers::get).toArray(String[]::new))
                .bind("change", change)
                .execute());
    }

    /** What follows from an agreement and counts. */
    List<SupportRecordView> ofOrigin(UUID origin) {
        return sql.with(handle -> filtered(
                        handle.createQuery(sql.file(SupportRows.class, "Records")
                                        + " and r.origin = :origin and r.superseded_by is null order by r.inn")
                                .bind("origin", origin),
                        ALL)
                .mapTo(SupportRecordView.Row.class)
                .map(SupportRecordView.Row::view)
                .list());
    }

    /** @throws Problem {@code changed-meanwhile} where somebody else was quicker */
    void next(
            SupportRecordView before,
            @Nullable String registerNumber,
            @Nullable LocalDate stoppedOn,
            @Nullable Paper stop,
            long change) {
        int made = sql.with(handle -> handle.createUpdate(sql.file(SupportRows.class, "NextRecord"))
                .bind("version", before.version())
                .bind("registerNumber", registerNumber)
                .bind("stoppedOn", stoppedOn)
                .bind("stopTitle", stop == null ? null : stop.title())
                .bind("stopNumber", stop == null ? null : stop.number())
                .bind("stopDate", stop == null ? null : stop.date())
                .bind("change", change)
                .execute());
        if (made == 0) {
            throw new Problem(PlatformProblem.CHANGED_MEANWHILE);
        }
    }

    /** @throws Problem {@code changed-meanwhile} where somebody else was quicker */
    void supersede(SupportRecordView before, long change) {
        int gone = sql.with(handle -> handle.createUpdate("""
                        update support.record set superseded_by = :change
                         where row_id = :version and superseded_by is null""")
                .bind("change", change)
                .bind("version", before.version())
                .execute());
        if (gone == 0) {
            throw new Problem(PlatformProblem.CHANGED_MEANWHILE);
        }
    }

    /** As it stands, or stood before it was annulled. */
    Optional<SupportRecordView> find(UUID id) {
        return sql.with(handle -> filtered(
                        handle.createQuery(sql.file(SupportRows.class, "Records")
                                        + " and r.id = :id order by r.row_id desc limit 1")
                                .bind("id", id),
                        ALL)
                .mapTo(SupportRecordView.Row.class)
                .map(SupportRecordView.Row::view)
                .findOne());
    }

    List<SupportRecordView> list(SupportFilter filter, PageRequest page) {
        var after = page.after();
        return sql.with(handle -> filtered(
                        handle.createQuery(query("Records", filter) + """
                                           and (:first or (r.decided_on, r.id) < (cast(:afterDay as date), cast(:afterId as uuid)))
                                         order by r.decided_on desc, r.id desc
                                         limit :most""")
                                .bind("first", after.isEmpty())
                                .bind("afterDay", after.isEmpty() ? null : after.get(0))
                                .bind("afterId", after.isEmpty() ? null : after.get(1))
                                .bind("most", page.fetch()),
                        filter)
                .mapTo(SupportRecordView.Row.class)
                .map(SupportRecordView.Row::view)
                .list());
    }

    long count(SupportFilter filter) {
        return sql.with(handle -> filtered(handle.createQuery(query("CountRecords", filter)), filter)
                .mapTo(Long.class)
                .one());
    }

    /** What is known now is found by an index; what was known on another day is not asked often. */
    private String query(String file, SupportFilter filter) {
        return sql.file(SupportRows.class, file)
                + (filter.knownOn() == null
                        ? " and r.superseded_by is null"
                        : " and platform.is_known(r.recorded_by, r.superseded_by, cast(:knownOn as timestamptz))");
    }

    private static <T extends SqlStatement<T>> T filtered(T query, SupportFilter filter) {
        query.configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true));
        return query.bind("inn", filter.inn())
                .bind("provider", filter.provider())
                .bind("form", filter.form())
                .bind("runsOn", filter.runsOn())
                .bind("from", filter.from())
                .bind("until", filter.until())
                .bind("knownOn", filter.knownOn());
    }
}
