package ru.mos.clusters.execution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ledger.ExecutionLine;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Sql;

/** The execution of a budget year by what the money was given for, added up from the postings of the ledger. */
@ApplicationScoped
class GrantQueries {

    private static final String LINES = """
            select l.*,
                   case :by when 'MEASURE' then (select m.name_ru from call.measure m
                                                  where (m.programme, m.code) = (split_part(l.id, '/', 1), split_part(l.id, '/', 2)))
                            when 'CALL' then (select e.terms ->> 'titleRu' from call.edition e
                                               where e.call_id = cast(l.id as uuid) order by e.number desc limit 1)
                            else n.name end as name_ru,
                   case :by when 'MEASURE' then (select m.name_en from call.measure m
                                                  where (m.programme, m.code) = (split_part(l.id, '/', 1), split_part(l.id, '/', 2)))
                            when 'CALL' then (select e.terms ->> 'titleEn' from call.edition e
                                               where e.call_id = cast(l.id as uuid) order by e.number desc limit 1)
                            else n.name end as name_en
              from (select coalesce(x.line, '') as line, x.id, x.code, x.inn,
                           case when grouping(x.line) = 1 then 'TOTAL' when x.id is not null then 'NAMED'
                                when x.code is not null then 'SUBJECT' else 'OUTSIDE' end as kind,
                           case when :by <> 'PARTICIPANT' then coalesce(sum(x.amount) filter (where x.figure = 'RESERVED'), 0.00) end as reserved,
                           case when :by <> 'PARTICIPANT' then coalesce(sum(x.amount) filter (where x.figure = 'COMMITTED'), 0.00) end as committed,
                           coalesce(sum(x.amount) filter (where x.figure = 'DUE'), 0.00) as due,
                           coalesce(sum(x.amount) filter (where x.figure = 'PAID'), 0.00) as paid,
                           coalesce(sum(x.amount) filter (where x.figure = 'ACCEPTED'), 0.00) as accepted,
                           case when :by <> 'PARTICIPANT' then coalesce(sum(x.amount) filter (where x.figure = 'LAPSED'), 0.00) end as lapsed,
                           coalesce(sum(x.amount) filter (where x.figure = 'RETURNED'), 0.00) as returned,
                           coalesce(sum(x.amount) filter (where x.figure = 'RETURNED_LATER'), 0.00) as returned_later
                      from (%s) x
                     group by grouping sets ((x.line, x.id, x.code, x.inn), ())
                    having count(*) > 0) l
              left join lateral (
                   select coalesce((select o.name from platform.organisation o where o.inn = l.inn order by o.name limit 1),
                                   (select e.name from registry.entity e where e.inn = l.inn and e.name is not null limit 1)) as name) n on true
             where (cast(:after as text) is null or l.line > :after) and (cast(:only as text) is null or l.line = :only)
             order by l.line
             limit cast(:limit as bigint)""";

    private static final String ENTRIES = """
            select e.id as entry, e.effective_on, e.operation, e.memo, e.source_kind, e.source, a.code as account, x.amount
              from (%s) x
              join ledger.entry e on e.id = x.entry
              join ledger.account a on a.id = x.account
             where x.figure = :figure and (:of = '' or x.line = :of) and x.amount <> 0""";

    @Inject
    private Sql sql;

    /** Of which year, as it stood when: nothing is left out any more. */
    record Asked(
            ExecutionBy by,
            int year,
            LocalDate on,
            Instant known,
            @Nullable String kbk) {}

    /** @param after the line before; null from the beginning */
    List<GrantLine> lines(Asked asked, @Nullable String after, int limit) {
        return sql.with(handle -> lines(handle, asked)
                .bind("after", after)
                .bind("only", (String) null)
                .bind("limit", limit)
                .map((row, context) -> line(row))
                .list());
    }

    Optional<GrantLine> line(Asked asked, String line) {
        return sql.with(handle -> lines(handle, asked)
                .bind("after", (String) null)
                .bind("only", line)
                .bind("limit", 1)
                .map((row, context) -> line(row))
                .findOne());
    }

    private Query lines(Handle handle, Asked asked) {
        return asked(handle, LINES, asked, false);
    }

    long count(Asked asked) {
        return sql.with(handle -> asked(
                        handle,
                        "select count(distinct x.line) + cast(count(*) > 0 as integer) from (%s) x",
                        asked,
                        false)
                .mapTo(Long.class)
                .one());
    }

    /** @param after entry and account of the one before; empty from the beginning */
    List<GrantEntry> entries(Asked asked, String line, ExecutionFigure figure, List<String> after, int limit) {
        return sql.with(handle -> asked(
                        handle,
                        ENTRIES + " and (e.id, a.code) > (:entry, :account) order by e.id, a.code limit :limit",
                        asked,
                        true)
                .bind("of", line)
                .bind("figure", figure.name())
                .bind("entry", after.isEmpty() ? 0L : Long.parseLong(after.get(0)))
                .bind("account", after.isEmpty() ? "" : after.get(1))
                .bind("limit", limit)
                .mapTo(GrantEntry.class)
                .list());
    }

    long countEntries(Asked asked, String line, ExecutionFigure figure) {
        return sql.with(handle -> asked(handle, "select count(*) from (" + ENTRIES + ") c", asked, true)
                .bind("of", line)
                .bind("figure", figure.name())
                .mapTo(Long.class)
                .one());
    }

    /** @param each whether entries are told apart */
    private Query asked(Handle handle, String statement, Asked asked, boolean each) {
        return handle.createQuery(statement.formatted(sql.file(GrantQueries.class, "Movements")))
                .bind("by", asked.by().name())
                .bind("year", asked.year())
                .bind("on", asked.on())
                .bind("known", asked.known())
                .bind("kbk", asked.kbk())
                .bind("each", each);
    }

    private static GrantLine line(ResultSet row) throws SQLException {
        var inn = row.getString("inn");
        var reserved = row.getBigDecimal("reserved");
        var committed = row.getBigDecimal("committed");
        var due = row.getBigDecimal("due");
        var paid = row.getBigDecimal("paid");
        var lapsed = row.getBigDecimal("lapsed");
        return new GrantLine(
                row.getString("line"),
                GrantLineKind.valueOf(row.getString("kind")),
                row.getString("id"),
                row.getString("code"),
                inn == null ? null : new Inn(inn),
                row.getString("name_ru"),
                row.getString("name_en"),
                reserved,
                committed,
                due,
                paid,
                row.getBigDecimal("accepted"),
                lapsed,
                row.getBigDecimal("returned"),
                row.getBigDecimal("returned_later"),
                reserved == null ? null : ExecutionLine.executed(reserved, committed, due, paid, lapsed));
    }
}
