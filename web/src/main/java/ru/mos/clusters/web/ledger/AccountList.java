package ru.mos.clusters.web.ledger;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ledger.AccountBalance;
import ru.mos.clusters.ledger.AccountFilter;
import ru.mos.clusters.ledger.Books;
import ru.mos.clusters.ledger.Stage;
import ru.mos.clusters.ledger.StageBalance;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Spreadsheet;

/** What accounts hold on a day and as known on a day: the way of the money in sums, and every account. */
@Named
@RequestScoped
public class AccountList {

    @EJB
    private Books books;

    @Inject
    private ListQuery query;

    @Inject
    private LedgerWords words;

    @Inject
    private Time time;

    private AccountFilter filter;
    private LazyTable<AccountBalance> table;
    private @Nullable List<StageBalance> stages;

    @PostConstruct
    void open() {
        filter = new AccountFilter(
                query.date("on").orElse(null),
                query.date("knownOn").map(Time::endOf).orElse(null),
                query.choice("stage", Stage.class).orElse(null),
                query.year("year").orElse(null),
                query.text("kbk").map(kbk -> kbk.replaceAll("\\s", "")).orElse(null),
                query.text("subject").orElse(null));
        table = query.table(page -> books.accounts(filter, page), () -> books.count(filter));
    }

    public LazyTable<AccountBalance> getTable() {
        return table;
    }

    /** Of the accounts that were asked for. */
    public List<StageBalance> getStages() {
        if (stages == null) {
            stages = query.isFaulty() ? List.of() : books.stages(filter);
        }
        return stages;
    }

    public LocalDate getDay() {
        return filter.on() == null ? time.today() : filter.on();
    }

    /** The whole list as a spreadsheet. */
    public void export() {
        if (!query.value("export").equals("xlsx") || query.isFaulty()) {
            return;
        }
        new Spreadsheet<AccountBalance>("ledger.trialBalance")
                .column("ledger.account", 50, AccountBalance::code)
                .column("ledger.stage", 40, row -> words.either(row.nameRu(), row.nameEn()))
                .column("ledger.year", 8, row -> Integer.toString(row.year()))
                .column("ledger.kbk", 28, row -> words.kbk(row.year(), row.kbk()))
                .column("ledger.subject", 12, AccountBalance::subject)
                .column("ledger.debit", 20, AccountBalance::debit)
                .column("ledger.credit", 20, AccountBalance::credit)
                .column("ledger.balance", 20, AccountBalance::balance)
                .send(table);
    }
}
