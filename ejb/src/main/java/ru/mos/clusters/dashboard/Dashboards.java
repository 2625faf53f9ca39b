package ru.mos.clusters.dashboard;

import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.execution.GrantExecution;
import ru.mos.clusters.infrastructure.Coverage;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.TaskView;
import ru.mos.clusters.platform.Time;

/** Boards of figures on a day, each added up in one statement. */
@Stateless
@DenyAll
public class Dashboards {

    private static final int FIRST_YEAR = 1992;
    private static final int LAST_YEAR = 2199;

    @Inject
    private Sql sql;

    @Inject
    private Time time;

    /**
     * Lines of a board, all together first where they can be put together.
     *
     * @throws Problem {@code board-not-told-so}, {@code board-year-out-of-range}
     */
    @RolesAllowed({CHIEF, DEPARTMENT, GCKR, AUDITOR})
    public Slice<BoardLine> lines(BoardQuestion question, PageRequest page) {
        var asked = asked(question);
        var rows = sql.with(handle -> bound(handle, """
                        select b.* from (%s) b
                         where cast(:after as text) is null or b.line > cast(:after as text) collate "C"
                         order by b.line limit :limit""", asked)
                .bind("after", page.after().isEmpty() ? null : page.after().get(0))
                .bind("limit", page.fetch())
                .map((row, context) -> line(asked.board(), row))
                .list());
        return Slice.of(rows, page, line -> List.of(line.line()));
    }

    /**
     * How many there are.
     *
     * @throws Problem {@code board-not-told-so}, {@code board-year-out-of-range}
     */
    @RolesAllowed({CHIEF, DEPARTMENT, GCKR, AUDITOR})
    public long count(BoardQuestion question) {
        return sql.with(handle -> bound(handle, "select count(*) from (%s) b", asked(question))
                .mapTo(Long.class)
                .one());
    }

    /** Open tasks of everybody: by due date, those without one last. */
    @RolesAllowed({CHIEF, DEPARTMENT, GCKR, AUDITOR})
    public Slice<TaskView> tasks(TermsFilter filter, PageRequest page) {
        var rows = sql.with(handle -> bound(handle, "Tasks", """
                        select t.id, t.kind, t.role, t.login, t.subject_kind, t.subject, t.facts, t.due, t.due < :on as overdue, t.opened_at
                          from (%s) t
                         where cast(:id as uuid) is null
                            or (coalesce(t.due, 'infinity'), t.id) > (cast(:due as date), cast(:id as uuid))
                         order by coalesce(t.due, 'infinity'), t.id limit :limit""", filter)
                .bind("due", page.after().isEmpty() ? null : page.after().get(0))
                .bind("id", page.after().isEmpty() ? null : page.after().get(1))
                .bind("limit", page.fetch())
                .map((row, context) -> TaskView.of(row))
                .list());
        return Slice.of(
                rows,
                page,
                task -> List.of(
                        task.due() == null ? "infinity" : task.due().toString(),
                        task.id().toString()));
    }

    /** How many there are. */
    @RolesAllowed({CHIEF, DEPARTMENT, GCKR, AUDITOR})
    public long countTasks(TermsFilter filter) {
        return sql.with(handle -> bound(handle, "Tasks", "select count(*) from (%s) t", filter)
                .mapTo(Long.class)
                .one());
    }

    private record Asked(
            Board board, BoardBy by, LocalDate on, @Nullable Integer year) {}

    private Asked asked(BoardQuestion question) {
        var board = question.board();
        var by = question.by() == null ? board.groupings().get(0) : question.by();
        if (!board.groupings().contains(by)) {
            throw new Problem(DashboardProblem.BOARD_NOT_TOLD_SO, board, by).at("/by");
        }
        var on = question.on() == null ? time.today() : question.on();
        var year = question.year() == null && board.isOfYear() ? Integer.valueOf(on.getYear()) : question.year();
        if (year != null && (year < FIRST_YEAR || year > LAST_YEAR)) {
            throw new Problem(DashboardProblem.BOARD_YEAR_OUT_OF_RANGE, FIRST_YEAR, LAST_YEAR).at("/year");
        }
        return new Asked(board, by, on, year);
    }

    private Query bound(Handle handle, String around, Asked asked) {
        var board = asked.board();
        var name = board.name();
        var text = sql.file(Dashboards.class, name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT));
        var whole =
                switch (board) {
                    case BUDGET -> text.formatted(sql.file(GrantExecution.class, "Movements"));
                    case COVERAGE -> text.formatted(sql.file(Coverage.class, "Coverage"));
                    default -> text;
                };
        return query(handle, around.formatted(whole))
                .bind("on", asked.on())
                .bind("by", asked.by())
                .bind("year", asked.year())
                .bind("until", Time.endOf(asked.on()))
                .bind("known", OffsetDateTime.MAX) // all that is recorded
                .bind("kbk", (String) null)
                .bind("each", false);
    }

    private Query bound(Handle handle, String file, String around, TermsFilter filter) {
        var on = filter.on() == null ? time.today() : filter.on();
        return query(handle, around.formatted(sql.file(Dashboards.class, file)))
                .bind("on", on)
                .bind("until", Time.endOf(on))
                .bind("kind", filter.kind())
                .bind("role", filter.role())
                .bind("when", filter.when());
    }

    /** Not every board asks for everything. */
    private static Query query(Handle handle, String text) {
        return handle.createQuery(text).configure(SqlStatements.class, all -> all.setUnusedBindingAllowed(true));
    }

    private static BoardLine line(Board board, ResultSet row) throws SQLException {
        var figures = new EnumMap<BoardFigure, @Nullable BigDecimal>(BoardFigure.class);
        for (var figure : board.figures()) {
            figures.put(figure, row.getBigDecimal(figure.name().toLowerCase(Locale.ROOT)));
        }
        return new BoardLine(
                row.getString("line"),
                BoardLineKind.valueOf(row.getString("kind")),
                row.getString("id"),
                row.getString("code"),
                row.getString("name_ru"),
                row.getString("name_en"),
                row.getString("unit_ru"),
                row.getString("unit_en"),
                figures);
    }
}
