package ru.mos.clusters.ledger.opening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ledger.Stage;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Sql;

/** Opening balances as the database keeps them. */
@ApplicationScoped
class OpeningStore {

    private static final String OPENINGS = """
            select o.*, d.file_name, s.*
              from ledger.opening o
              join platform.document d on d.id = o.document_id
             cross join lateral (
                   select count(*) as rows, count(r.agreement_id) as agreements, sum(r.appropriation) as appropriation, sum(r.free) as free,
                          sum(r.reserved) as reserved, sum(r.committed) as committed, sum(r.due) as due, sum(r.paid) as paid,
                          sum(r.accepted) as accepted, sum(r.total) as total
                     from ledger.opening_row r
                    where r.opening_id = o.id) s
            """;

    private static final String SAME_AGREEMENT =
            "upper(a.number) = upper(t.number) and a.signed_on = t.signed_on and a.inn = t.inn";

    @Inject
    private Sql sql;

    /**
     * A row that is not new.
     *
     * @param at its place among the drafts, from 1
     * @param opening number of the opening balances it stands in
     */
    record Taken(int at, long opening) {}

    Optional<LocalDate> closedThrough() {
        return sql.with(handle -> handle.createQuery("select max(through) from ledger.closing")
                .mapTo(LocalDate.class)
                .findOne());
    }

    Set<Integer> endedYears() {
        return Set.copyOf(
                sql.with(handle -> handle.createQuery("select year from ledger.year_end where state = 'CARRIED_OUT'")
                        .mapTo(Integer.class)
                        .list()));
    }

    /** Which rows stand already in opening balances that are prepared or posted. */
    List<Taken> taken(List<OpeningDraft> drafts) {
        return sql.with(handle -> named(typed(handle).createQuery("""
                                select t.n as at, o.number as opening
                                  from unnest(:numbers, :dates, :inns, :years, :kbks) with ordinality as t (number, signed_on, inn, year, kbk, n)
                                  left join ledger.opening_agreement a on %s
                                  join ledger.opening_row r
                                    on coalesce(r.agreement_id, 0) = case when t.number is null then 0 else a.id end
                                   and (r.year, r.kbk) = (t.year, t.kbk) and r.live
                                  join ledger.opening o on o.id = r.opening_id
                                 order by t.n""".formatted(SAME_AGREEMENT)), drafts)
                .mapTo(Taken.class)
                .list());
    }

    void insert(UUID id, LocalDate day, UUID document, String by, long change) {
        sql.with(handle -> handle.createUpdate("""
                        insert into ledger.opening (id, effective_on, document_id, state, prepared_by, recorded_by, changed_by)
                        values (:id, :day, :document, 'PREPARED', :by, :change, :change)""")
                .bind("id", id)
                .bind("day", day)
                .bind("document", document)
                .bind("by", by)
                .bind("change", change)
                .execute());
    }

    /** Agreements not known yet get a subject of the ledger each, in the order of the workbook. */
    void insertRows(UUID id, List<OpeningDraft> drafts) {
        sql.with(handle -> named(typed(handle).createUpdate("""
                                insert into ledger.opening_agreement (number, signed_on, inn)
                                select f.number, f.signed_on, f.inn
                                  from (select distinct on (upper(t.number), t.signed_on, t.inn) t.number, t.signed_on, t.inn, t.n
                                          from unnest(:numbers, :dates, :inns, :years, :kbks) with ordinality
                                               as t (number, signed_on, inn, year, kbk, n)
                                         where t.number is not null
                                         order by upper(t.number), t.signed_on, t.inn, t.n) f
                                 where not exists (select from ledger.opening_agreement a
                                                    where upper(a.number) = upper(f.number) and a.signed_on = f.signed_on and a.inn = f.inn)
                                 order by f.n
                                    on conflict do nothing"""), drafts).execute());
        sql.with(handle -> summed(named(typed(handle).createUpdate("""
                                        insert into ledger.opening_row (opening_id, position, line, agreement_id, year, kbk, appropriation, free,
                                                                        reserved, committed, due, paid, accepted)
                                        select :id, t.n, t.line, a.id, t.year, t.kbk, t.appropriation, t.free, t.reserved, t.committed, t.due, t.paid,
                                               t.accepted
                                          from unnest(:numbers, :dates, :inns, :years, :kbks, :lines, :APPROPRIATION, :LIMIT, :RESERVED, :COMMITTED, :DUE,
                                                      :PAID, :ACCEPTED) with ordinality
                                               as t (number, signed_on, inn, year, kbk, line, appropriation, free, reserved, committed, due, paid,
                                                     accepted, n)
                                          left join ledger.opening_agreement a on %s""".formatted(SAME_AGREEMENT)), drafts), drafts)
                .bind("id", id)
                .execute());
    }

    private static Handle typed(Handle handle) {
        return handle.registerArrayType(String.class, "text")
                .registerArrayType(Integer.class, "integer")
                .registerArrayType(LocalDate.class, "date")
                .registerArrayType(BigDecimal.class, "numeric");
    }

    /** What rows are about, as columns of one table. */
    private static <S extends SqlStatement<S>> S named(S statement, List<OpeningDraft> drafts) {
        return statement
                .bindArray("numbers", String.class, of(drafts, OpeningDraft.Agreement::number))
                .bindArray("dates", LocalDate.class, of(drafts, OpeningDraft.Agreement::signedOn))
                .bindArray(
                        "inns",
                        String.class,
                        of(drafts, agreement -> agreement.inn().digits()))
                .bindArray(
                        "years",
                        Integer.class,
                        drafts.stream().map(OpeningDraft::year).toList())
                .bindArray(
                        "kbks",
                        String.class,
                        drafts.stream().map(OpeningDraft::kbk).toList());
    }

    private static <T> List<@Nullable T> of(List<OpeningDraft> drafts, Function<OpeningDraft.Agreement, T> what) {
        return drafts.stream().<@Nullable T>map(draft -> part(draft, what)).toList();
    }

    private static <T> @Nullable T part(OpeningDraft draft, Function<OpeningDraft.Agreement, T> what) {
        var agreement = draft.agreement();
        return agreement == null ? null : what.apply(agreement);
    }

    /** And what stands in them. */
    private static <S extends SqlStatement<S>> S summed(S statement, List<OpeningDraft> drafts) {
        statement.bindArray(
                "lines",
                Integer.class,
                drafts.stream().map(draft -> draft.row().number()).toList());
        for (var stage : EnumSet.range(Stage.APPROPRIATION, Stage.ACCEPTED)) {
            statement.bindArray(
                    stage.name(),
                    BigDecimal.class,
                    drafts.stream()
                            .map(draft -> draft.sums().byStage().get(stage))
                            .toList());
        }
        return statement;
    }

    Optional<OpeningView> find(UUID id) {
        return sql.with(handle -> handle.createQuery(OPENINGS + " where o.id = :id")
                .bind("id", id)
                .map((row, context) -> view(row))
                .findOne());
    }

    Optional<OpeningView> lock(UUID id) {
        sql.with(handle -> handle.createQuery("select 1 from ledger.opening where id = :id for no key update")
                .bind("id", id)
                .mapTo(Integer.class)
                .findOne());
        return find(id);
    }

    List<OpeningView> list(@Nullable Long before, int limit) {
        return sql.with(handle -> handle.createQuery(OPENINGS + """
                         where cast(:before as bigint) is null or o.number < :before
                         order by o.number desc
                         limit :limit""")
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> view(row))
                .list());
    }

    long count() {
        return sql.with(handle -> handle.createQuery("select count(*) from ledger.opening")
                .mapTo(Long.class)
                .one());
    }

    List<OpeningRow> rows(UUID id, int after, int limit) {
        return sql.with(handle -> handle.createQuery("""
                        select r.*, a.number, a.signed_on, a.inn, a.subject
                          from ledger.opening_row r
                          left join ledger.opening_agreement a on a.id = r.agreement_id
                         where r.opening_id = :id and r.position > :after
                         order by r.position
                         limit :limit""")
                .bind("id", id)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> row(row))
                .list());
    }

    void posted(UUID id, String by, long change) {
        sql.with(handle -> handle.createUpdate("""
                        update ledger.opening set state = 'POSTED', posted_by = :by, version = version + 1, changed_by = :change where id = :id""")
                .bind("by", by)
                .bind("change", change)
                .bind("id", id)
                .execute());
    }

    void cancelled(UUID id, String reason, long change) {
        sql.with(handle -> handle.createUpdate("""
                        update ledger.opening
                           set state = 'CANCELLED', reason = :reason, version = version + 1, changed_by = :change
                         where id = :id""")
                .bind("reason", reason)
                .bind("change", change)
                .bind("id", id)
                .execute());
        sql.with(handle -> handle.createUpdate("update ledger.opening_row set live = false where opening_id = :id")
                .bind("id", id)
                .execute());
    }

    private static OpeningView view(ResultSet row) throws SQLException {
        return new OpeningView(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getLong("number"),
                Objects.requireNonNull(row.getObject("effective_on", LocalDate.class)),
                row.getString("file_name"),
                OpeningState.valueOf(row.getString("state")),
                row.getString("prepared_by"),
                row.getString("posted_by"),
                row.getString("reason"),
                row.getInt("rows"),
                row.getInt("agreements"),
                sums(row),
                row.getBigDecimal("total"),
                row.getLong("version"),
                List.of());
    }

    private static OpeningRow row(ResultSet row) throws SQLException {
        var inn = row.getString("inn");
        return new OpeningRow(
                row.getInt("position"),
                row.getInt("line"),
                row.getString("number"),
                row.getObject("signed_on", LocalDate.class),
                inn == null ? null : new Inn(inn),
                row.getString("subject"),
                row.getInt("year"),
                row.getString("kbk"),
                sums(row),
                row.getBigDecimal("total"));
    }

    private static OpeningSums sums(ResultSet row) throws SQLException {
        return new OpeningSums(
                row.getBigDecimal("appropriation"),
                row.getBigDecimal("free"),
                row.getBigDecimal("reserved"),
                row.getBigDecimal("committed"),
                row.getBigDecimal("due"),
                row.getBigDecimal("paid"),
                row.getBigDecimal("accepted"));
    }
}
