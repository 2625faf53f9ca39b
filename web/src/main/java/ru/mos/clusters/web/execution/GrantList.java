package ru.mos.clusters.web.execution;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import ru.mos.clusters.execution.ExecutionBy;
import ru.mos.clusters.execution.ExecutionFigure;
import ru.mos.clusters.execution.GrantExecution;
import ru.mos.clusters.execution.GrantLine;
import ru.mos.clusters.web.ledger.LedgerWords;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Spreadsheet;

/** The execution of a budget year by measure, call, agreement or participant; every figure leads to its entries. */
@Named
@RequestScoped
public class GrantList {

    @EJB
    private GrantExecution execution;

    @Inject
    private GrantQuestion question;

    @Inject
    private GrantWords words;

    @Inject
    private ListQuery query;

    private LazyTable<GrantLine> table;

    @PostConstruct
    void open() {
        table = query.table(
                page -> execution.lines(question.by(), question.filter(), page),
                () -> execution.count(question.by(), question.filter()));
    }

    public LazyTable<GrantLine> getTable() {
        return table;
    }

    public int getYear() {
        return question.year();
    }

    public LocalDate getDay() {
        return question.day();
    }

    /** Whether a figure is known of each line. */
    public boolean tells(String figure) {
        return question.by().tells(ExecutionFigure.valueOf(figure));
    }

    /** By what it is told unless something else is asked for. */
    public String getUsual() {
        return Functions.show(ExecutionBy.MEASURE);
    }

    /** By what else it can be told. */
    public List<Map.Entry<String, String>> getChoices() {
        return Arrays.stream(ExecutionBy.values())
                .filter(by -> by != ExecutionBy.MEASURE)
                .map(by -> Map.entry(by.name(), Functions.show(by)))
                .toList();
    }

    /** Where a figure comes from. */
    public String entries(GrantLine line, String figure) {
        return "/ledger/grant-entries.xhtml?" + question.address() + "&figure=" + ExecutionFigure.valueOf(figure)
                + "&line=" + Functions.encode(line.line());
    }

    /** The page of what the line stands for; the ledger's accounts of what has none. */
    public String address(GrantLine line) {
        return switch (line.kind()) {
            case NAMED -> words.page(question.by(), line);
            case SUBJECT ->
                "/ledger/list.xhtml?subject=" + Functions.encode(words.code(line)) + "&year=" + question.year() + "&on="
                        + question.day() + "&knownOn=" + Functions.encode(query.value("knownOn"));
            case TOTAL, OUTSIDE -> "";
        };
    }

    /** The whole report as a spreadsheet. */
    public void export() {
        if (!query.value("export").equals("xlsx") || query.isFaulty()) {
            return;
        }
        var sheet = new Spreadsheet<GrantLine>("execution.title")
                .column("execution.code", 14, line -> words.code(line))
                .column("execution.name", 50, line -> words.name(line))
                .column("execution.inn", 16, GrantLine::inn);
        Arrays.stream(ExecutionFigure.values())
                .filter(question.by()::tells)
                .forEach(figure -> sheet.column(heading(figure), 20, line -> line.figure(figure)));
        if (question.by().tells(ExecutionFigure.COMMITTED)) {
            sheet.column("ledger.executedPercent", 14, line -> LedgerWords.percents(line.executed()));
        }
        sheet.send(table);
    }

    private static String heading(ExecutionFigure figure) {
        return switch (figure) {
            case RESERVED -> "ledger.reserved";
            case COMMITTED -> "ledger.committed";
            case DUE -> "ledger.due";
            case PAID -> "ledger.paid";
            case ACCEPTED -> "ledger.accepted";
            case LAPSED -> "ledger.lapsed";
            case RETURNED -> "ledger.returned";
            case RETURNED_LATER -> "ledger.returnedLater";
        };
    }
}
