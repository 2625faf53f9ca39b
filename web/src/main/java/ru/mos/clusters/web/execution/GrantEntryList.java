package ru.mos.clusters.web.execution;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.execution.ExecutionFigure;
import ru.mos.clusters.execution.ExecutionProblem;
import ru.mos.clusters.execution.GrantEntry;
import ru.mos.clusters.execution.GrantExecution;
import ru.mos.clusters.execution.GrantLine;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Spreadsheet;

/** The entries that one figure of one line of the execution is made of. */
@Named
@RequestScoped
public class GrantEntryList {

    @EJB
    private GrantExecution execution;

    @Inject
    private GrantQuestion question;

    @Inject
    private ListQuery query;

    private ExecutionFigure figure;
    private GrantLine line;
    private LazyTable<GrantEntry> table;

    @PostConstruct
    void open() {
        figure = query.choice("figure", ExecutionFigure.class)
                .filter(question.by()::tells)
                .orElseThrow(
                        () -> new Problem(ExecutionProblem.EXECUTION_LINE_UNKNOWN, Integer.toString(question.year())));
        line = execution.line(question.by(), question.filter(), query.value("line"));
        table = query.table(
                page -> execution.entries(question.by(), question.filter(), line.line(), figure, page),
                () -> execution.countEntries(question.by(), question.filter(), line.line(), figure));
    }

    public LazyTable<GrantEntry> getTable() {
        return table;
    }

    public ExecutionFigure getFigure() {
        return figure;
    }

    public GrantLine getLine() {
        return line;
    }

    /** What the entries come to. */
    public @Nullable BigDecimal getSum() {
        return line.figure(figure);
    }

    /** The report the figure stands in. */
    public String getReport() {
        return "/ledger/grants.xhtml?" + question.address();
    }

    /** The whole list as a spreadsheet. */
    public void export() {
        if (!query.value("export").equals("xlsx") || query.isFaulty()) {
            return;
        }
        new Spreadsheet<GrantEntry>("execution.entries")
                .column("ledger.entry", 12, GrantEntry::entry)
                .column("ledger.effectiveOn", 14, GrantEntry::effectiveOn)
                .column("ledger.operation", 30, GrantEntry::operation)
                .column("ledger.memo", 60, GrantEntry::memo)
                .column("ledger.account", 50, GrantEntry::account)
                .column("ledger.amount", 20, GrantEntry::amount)
                .send(table);
    }
}
