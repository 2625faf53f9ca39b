package ru.mos.clusters.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Time;

/** The execution of a budget year, added up from the postings of its accounts. */
@ApplicationScoped
class ExecutionQueries {

    @Inject
    private Sql sql;

    @Inject
    private Time time;

    /** @param after code and subject of the line before; empty from the beginning */
    List<ExecutionLine> lines(ExecutionFilter filter, List<String> after, int limit) {
        return sql.with(handle -> asked(handle, statement(), filter, after, limit)
                .map((row, context) -> line(row))
                .list());
    }

    long count(ExecutionFilter filter) {
        return sql.with(handle -> asked(handle, "select count(*) from (" + statement() + ") c", filter, List.of(), null)
                .mapTo(Long.class)
                .one());
    }

    private String statement() {
        return sql.file(ExecutionQueries.class, "ExecutionLines");
    }

    private Query asked(
            Handle handle, String statement, ExecutionFilter filter, List<String> after, @Nullable Integer limit) {
        var on = filter.on() == null ? time.today() : filter.on();
        return handle.createQuery(statement)
                .bind("year", filter.year() == null ? on.getYear() : filter.year())
                .bind("on", on)
                .bind("known", filter.knownOn() == null ? BookQueries.settled(handle) : filter.knownOn())
                .bind("code", filter.kbk())
                .bind("kbk", after.isEmpty() ? "" : after.get(0))
                .bind("subject", after.isEmpty() ? "" : after.get(1))
                .bind("limit", limit);
    }

    private static ExecutionLine line(ResultSet row) throws SQLException {
        return new ExecutionLine(
                        row.getString("kbk"),
                        row.getString("subject"),
                        row.getBigDecimal("appropriation"),
                        row.getBigDecimal("given"),
                        row.getBigDecimal("free"),
                        row.getBigDecimal("reserved"),
                        row.getBigDecimal("committed"),
                        row.getBigDecimal("due"),
                        row.getBigDecimal("paid"),
                        row.getBigDecimal("accepted"),
                        row.getBigDecimal("lapsed"),
                        row.getBigDecimal("returned"),
                        row.getBigDecimal("returned_later"),
                        null)
                .withShare();
    }
}
