package ru.mos.clusters.web.ledger;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ledger.Books;
import ru.mos.clusters.ledger.ExecutionFilter;
import ru.mos.clusters.ledger.ExecutionLine;
import ru.mos.clusters.ledger.Stage;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Spreadsheet;

/** The execution of a budget year on a day and as known on a day; every figure leads to the accounts it is made of. */
@Named
@RequestScoped
public class ExecutionList {

    @EJB
    private Books books;

    @Inject
    private ListQuery query;

    @Inject
    private LedgerWords words;

    @Inject
    private Time time;

    private int year;
    private LocalDate day;
    private LazyTable<ExecutionLine> table;

    @PostConstruct
    void open() {
        day = query.date("on").orElseGet(time::today);
        year = query.year("year").orElse(day.getYear());
        var filter = new ExecutionFilter(
                year,
                day,
                query.date("knownOn").map(Time::endOf).orElse(null),
                query.text("kbk").map(kbk -> kbk.replaceAll("\\s", "")).orElse(null));
        table = query.table(page -> books.execution(filter, page), () -> books.countExecution(filter));
    }

    public LazyTable<ExecutionLine> getTable() {
        return table;
    }

    public int getYear() {
        return year;
    }

    public LocalDate getDay() {
        return day;
    }

    /** Where a figure comes from: the statement of its account, or for the whole code the accounts of its subjects. */
    public String address(ExecutionLine line, String stage, boolean bySubject) {
        if (bySubject && line.subject() == null) {
            return "/ledger/list.xhtml?stage=" + stage + "&year=" + year + "&kbk=" + Functions.encode(line.kbk())
                    + "&on=" + day + "&knownOn=" + Functions.encode(query.value("knownOn"));
        }
        var code = Stage.valueOf(stage) + "-" + year + "-" + line.kbk() + (bySubject ? "-" + line.subject() : "");
        return "/ledger/account.xhtml?code=" + Functions.encode(code);
    }

    /** The whole report as a spreadsheet. */
    public void export() {
        if (!query.value("export").equals("xlsx") || query.isFaulty()) {
            return;
        }
        new Spreadsheet<ExecutionLine>("ledger.execution")
                .column("ledger.kbk", 28, row -> words.kbk(year, row.kbk()))
                .column("ledger.subject", 14, ExecutionLine::subject)
                .column("ledger.appropriations", 20, row -> ofLine(row, row.appropriation()))
                .column("ledger.limits", 20, row -> ofLine(row, row.limit()))
                .column("ledger.free", 20, row -> ofLine(row, row.free()))
                .column("ledger.reserved", 20, ExecutionLine::reserved)
                .column("ledger.committed", 20, ExecutionLine::committed)
                .column("ledger.due", 20, ExecutionLine::due)
                .column("ledger.paid", 20, ExecutionLine::paid)
                .column("ledger.accepted", 20, ExecutionLine::accepted)
                .column("ledger.returned", 20, ExecutionLine::returned)
                .column("ledger.returnedLater", 20, ExecutionLine::returnedLater)
                .column("ledger.lapsed", 20, ExecutionLine::lapsed)
                .column("ledger.executedPercent", 14, row -> LedgerWords.percents(row.executed()))
                .send(table);
    }

    /** Appropriations and limits are those of a code; of a subject there are none. */
    private static @Nullable BigDecimal ofLine(ExecutionLine line, BigDecimal figure) {
        return line.subject() == null ? figure : null;
    }
}
