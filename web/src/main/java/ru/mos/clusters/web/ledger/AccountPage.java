package ru.mos.clusters.web.ledger;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import ru.mos.clusters.ledger.AccountBalance;
import ru.mos.clusters.ledger.AccountLine;
import ru.mos.clusters.ledger.Books;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Spreadsheet;

/** An account with its statement. */
@Named
@RequestScoped
public class AccountPage {

    @EJB
    private Books books;

    @Inject
    private ListQuery query;

    private AccountBalance account;
    private LazyTable<AccountLine> table;

    @PostConstruct
    void open() {
        account = books.account(query.value("code"));
        table = query.table(page -> books.statement(account.code(), page), () -> books.countLines(account.code()));
    }

    public AccountBalance getAccount() {
        return account;
    }

    public LazyTable<AccountLine> getTable() {
        return table;
    }

    /** The whole statement as a spreadsheet. */
    public void export() {
        if (!query.value("export").equals("xlsx")) {
            return;
        }
        new Spreadsheet<AccountLine>("ledger.statement")
                .column("ledger.line", 8, AccountLine::line)
                .column("ledger.effectiveOn", 12, AccountLine::effectiveOn)
                .column("ledger.operation", 30, AccountLine::operation)
                .column("ledger.memo", 60, AccountLine::memo)
                .column("ledger.debit", 20, AccountLine::debit)
                .column("ledger.credit", 20, AccountLine::credit)
                .column("ledger.balance", 20, AccountLine::balance)
                .column("ledger.recordedAt", 20, AccountLine::recordedAt)
                .column("ledger.actor", 20, AccountLine::actor)
                .send(table);
    }
}
