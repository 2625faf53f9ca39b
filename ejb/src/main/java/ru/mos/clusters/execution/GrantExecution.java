package ru.mos.clusters.execution;

import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.DEPARTMENT;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import ru.mos.clusters.execution.GrantQueries.Asked;
import ru.mos.clusters.ledger.Books;
import ru.mos.clusters.ledger.ExecutionFilter;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Time;

/** Tells the execution of a budget year by what the money was given for, and the entries that each figure is made of. */
@Stateless
@DenyAll
public class GrantExecution {

    @Inject
    private GrantQueries queries;

    @EJB
    private Books books;

    @Inject
    private Time time;

    /** All lines together first, what belongs to no call of this system last. */
    @RolesAllowed({DEPARTMENT, ACCOUNTANT, CHIEF, AUDITOR})
    public Slice<GrantLine> lines(ExecutionBy by, ExecutionFilter filter, PageRequest page) {
        var after = page.after().isEmpty() ? null : page.after().get(0);
        return Slice.of(queries.lines(asked(by, filter), after, page.fetch()), page, line -> List.of(line.line()));
    }

    /** How many lines there are. */
    @RolesAllowed({DEPARTMENT, ACCOUNTANT, CHIEF, AUDITOR})
    public long count(ExecutionBy by, ExecutionFilter filter) {
        return queries.count(asked(by, filter));
    }

    /**
     * One of the lines.
     *
     * @param line empty: all together
     * @throws Problem {@code execution-line-unknown}
     */
    @RolesAllowed({DEPARTMENT, ACCOUNTANT, CHIEF, AUDITOR})
    public GrantLine line(ExecutionBy by, ExecutionFilter filter, String line) {
        var asked = asked(by, filter);
        return queries.line(asked, line)
                .orElseThrow(
                        () -> new Problem(ExecutionProblem.EXECUTION_LINE_UNKNOWN, Integer.toString(asked.year())));
    }

    /**
     * The entries by which a figure of a line moved, in the order they were made: together they come to the figure.
     *
     * @param line empty: all together
     */
    @RolesAllowed({DEPARTMENT, ACCOUNTANT, CHIEF, AUDITOR})
    public Slice<GrantEntry> entries(
            ExecutionBy by, ExecutionFilter filter, String line, ExecutionFigure figure, PageRequest page) {
        return Slice.of(
                queries.entries(asked(by, filter), line, figure, page.after(), page.fetch()),
                page,
                one -> List.of(Long.toString(one.entry()), one.account()));
    }

    /** How many there are. */
    @RolesAllowed({DEPARTMENT, ACCOUNTANT, CHIEF, AUDITOR})
    public long countEntries(ExecutionBy by, ExecutionFilter filter, String line, ExecutionFigure figure) {
        return queries.countEntries(asked(by, filter), line, figure);
    }

    private Asked asked(ExecutionBy by, ExecutionFilter filter) {
        var on = filter.on() == null ? time.today() : filter.on();
        return new Asked(
                by,
                filter.year() == null ? on.getYear() : filter.year(),
                on,
                filter.knownOn() == null ? books.settled() : filter.knownOn(),
                filter.kbk());
    }
}
