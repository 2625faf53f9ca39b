package ru.mos.clusters.ledger.year;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ledger.Account;
import ru.mos.clusters.ledger.Stage;
import ru.mos.clusters.platform.Sql;

/** Year ends as the database keeps them, and what is left of a year. */
@ApplicationScoped
class YearEndStore {

    private static final String YEAR_ENDS = """
            select y.*, (select coalesce(sum(l.amount), 0.00) from ledger.year_end_line l where l.year_end_id = y.id) as total,
                   (select coalesce(sum(p.amount), 0.00)
                      from ledger.entry e
                      join ledger.posting p on p.entry_id = e.id and p.amount > 0
                     where (e.source_kind, e.source, e.operation) = ('YEAR_END', y.id::text, 'LAPSED')) as lapsed
              from ledger.year_end y
            """;

    private static final String LEFT = """
              from ledger.account a
             where a.year = :year and a.stage in ('APPROPRIATION', 'LIMIT', 'RESERVED', 'COMMITTED', 'DUE') and a.balance <> 0
            """;

    @Inject
    private Sql sql;

    /** What an account of the year still holds. */
    record Left(Account account, String code, BigDecimal balance) {}

    void insert(UUID id, PrepareYearEnd command, String by, long change) {
        sql.with(handle -> handle.createUpdate("""
                        insert into ledger.year_end (id, year, state, prepared_by, recorded_by, changed_by)
                        values (:id, :year, 'DRAFT', :by, :change, :change)""")
                .bind("id", id)
                .bind("year", command.year())
                .bind("by", by)
                .bind("change", change)
                .execute());
        sql.with(handle -> {
            var lines = handle.prepareBatch("""
                    insert into ledger.year_end_line (year_end_id, position, subject, stage, kbk, to_kbk, amount)
                    values (:id, :position, :subject, :stage, :kbk, :toKbk, :amount)""");
            int position = 0;
            for (var line : command.lines()) {
                position++;
                lines.bind("id", id)
                        .bind("position", position)
                        .bind("subject", line.subject())
                        .bind("stage", line.stage().name())
                        .bind("kbk", line.kbk())
                        .bind("toKbk", line.toKbk())
                        .bind("amount", line.amount())
                        .add();
            }
            return lines.size() == 0 ? new int[0] : lines.execute();
        });
    }

    Optional<YearEndView> find(UUID id) {
        return sql.with(handle -> handle.createQuery(YEAR_ENDS + " where y.id = :id")
                .bind("id", id)
                .map((row, context) -> view(row))
                .findOne());
    }

    Optional<YearEndView> lock(UUID id) {
        sql.with(handle -> handle.createQuery("select 1 from ledger.year_end where id = :id for no key update")
                .bind("id", id)
                .mapTo(Integer.class)
                .findOne());
        return find(id);
    }

    List<PrepareYearEnd.Line> lines(UUID id) {
        return sql.with(handle -> handle.createQuery("""
                        select subject, stage, kbk, to_kbk, amount from ledger.year_end_line where year_end_id = :id order by position""")
                .bind("id", id)
                .mapTo(PrepareYearEnd.Line.class)
                .list());
    }

    List<YearEndView> list(@Nullable Long before, int limit) {
        return sql.with(handle -> handle.createQuery(YEAR_ENDS + """
                         where cast(:before as bigint) is null or y.number < :before
                         order by y.number desc
                         limit :limit""")
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> view(row))
                .list());
    }

    long count() {
        return sql.with(handle -> handle.createQuery("select count(*) from ledger.year_end")
                .mapTo(Long.class)
                .one());
    }

    /** From now to the end of the transaction nobody else posts. */
    void holdAlone() {
        sql.with(handle ->
                handle.createQuery("select ledger.alone()").mapTo(String.class).findOne());
    }

    List<Left> left(int year) {
        return sql.with(handle -> handle.createQuery(
                        "select a.stage, a.kbk, nullif(a.subject, '') as subject, a.code, a.balance" + LEFT
                                + " order by a.id")
                .bind("year", year)
                .map((row, context) -> new Left(
                        new Account(
                                Stage.valueOf(row.getString("stage")),
                                year,
                                row.getString("kbk"),
                                row.getString("subject")),
                        row.getString("code"),
                        row.getBigDecimal("balance")))
                .list());
    }

    List<YearRemainder> remainders(int year, List<String> after, int limit) {
        return sql.with(handle -> handle.createQuery("""
                        select a.kbk, nullif(a.subject, '') as subject,
                               coalesce(sum(a.balance) filter (where a.stage = 'APPROPRIATION'), 0.00) as appropriation,
                               coalesce(sum(a.balance) filter (where a.stage = 'LIMIT'), 0.00) as "limit",
                               coalesce(sum(a.balance) filter (where a.stage = 'RESERVED'), 0.00) as reserved,
                               coalesce(sum(a.balance) filter (where a.stage = 'COMMITTED'), 0.00) as committed,
                               coalesce(sum(a.balance) filter (where a.stage = 'DUE'), 0.00) as due,
                               coalesce((select n.balance from ledger.account n
                                          where (n.stage, n.year, n.kbk, n.subject) = ('LIMIT', :year + 1, a.kbk, '')), 0.00) as next_limit
                        """ + LEFT + """
                           and (a.kbk, a.subject) > (:kbk, :subject)
                         group by a.kbk, a.subject
                         order by a.kbk, a.subject
                         limit :limit""")
                .bind("year", year)
                .bind("kbk", after.isEmpty() ? "" : after.get(0))
                .bind("subject", after.isEmpty() ? "" : after.get(1))
                .bind("limit", limit)
                .mapTo(YearRemainder.class)
                .list());
    }

    long countRemainders(int year) {
        return sql.with(handle -> handle.createQuery("select count(distinct (a.kbk, a.subject))" + LEFT)
                .bind("year", year)
                .mapTo(Long.class)
                .one());
    }

    /** The first day from which free limits of the next year suffice for good for all the lines; empty where they do not. */
    Optional<LocalDate> firstDay(int year, List<PrepareYearEnd.Line> lines) {
        return sql.with(handle -> {
            handle.registerArrayType(String.class, "text");
            handle.registerArrayType(BigDecimal.class, "numeric");
            return handle.createQuery("""
                            select greatest(make_date(:year, 1, 1), d.day)
                              from (select ledger.limits_suffice_from(:year, :kbks, :amounts) as day) d
                             where d.day is not null""")
                    .bind("year", year + 1)
                    .bindArray(
                            "kbks",
                            String.class,
                            lines.stream().map(PrepareYearEnd.Line::toKbk).toList())
                    .bindArray(
                            "amounts",
                            BigDecimal.class,
                            lines.stream().map(PrepareYearEnd.Line::amount).toList())
                    .mapTo(LocalDate.class)
                    .findOne();
        });
    }

    void carriedOut(UUID id, String by, @Nullable LocalDate registeredOn, long change) {
        sql.with(handle -> handle.createUpdate("""
                        update ledger.year_end
                           set state = 'CARRIED_OUT', confirmed_by = :by, registered_on = cast(:day as date), version = version + 1,
                               changed_by = :change
                         where id = :id""")
                .bind("by", by)
                .bind("day", registeredOn)
                .bind("change", change)
                .bind("id", id)
                .execute());
    }

    void discarded(UUID id, String reason, long change) {
        sql.with(handle -> handle.createUpdate("""
                        update ledger.year_end
                           set state = 'DISCARDED', reason = :reason, version = version + 1, changed_by = :change
                         where id = :id""")
                .bind("reason", reason)
                .bind("change", change)
                .bind("id", id)
                .execute());
    }

    private static YearEndView view(ResultSet row) throws SQLException {
        return new YearEndView(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getLong("number"),
                row.getInt("year"),
                YearEndState.valueOf(row.getString("state")),
                row.getString("prepared_by"),
                row.getString("confirmed_by"),
                row.getObject("registered_on", LocalDate.class),
                row.getString("reason"),
                row.getBigDecimal("total"),
                row.getBigDecimal("lapsed"),
                row.getLong("version"),
                List.of(),
                List.of());
    }
}
