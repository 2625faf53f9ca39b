package ru.mos.clusters.web.bank;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import ru.mos.clusters.bank.statement.StatementState;
import ru.mos.clusters.bank.statement.StatementView;
import ru.mos.clusters.bank.statement.Statements;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Spreadsheet;

/** Statements of the bank. */
@Named
@RequestScoped
public class BankStatementList {

    @EJB
    private Statements statements;

    @Inject
    private ListQuery query;

    private LazyTable<StatementView> table;

    @PostConstruct
    void open() {
        var state = query.choice("state", StatementState.class).orElse(null);
        var account = query.text("account").orElse(null);
        table = query.table(page -> statements.list(state, account, page), () -> statements.count(state, account));
    }

    public LazyTable<StatementView> getTable() {
        return table;
    }

    /** The whole list as a spreadsheet. */
    public void export() {
        if (!query.value("export").equals("xlsx") || query.isFaulty()) {
            return;
        }
        new Spreadsheet<StatementView>("bank.statements")
                .column("bank.statement", 10, StatementView::number)
                .column("bank.file", 40, StatementView::fileName)
                .column("bank.account", 24, StatementView::accountNumber)
                .column("bank.since", 12, StatementView::from)
                .column("bank.to", 12, StatementView::until)
                .column("bank.state", 20, StatementView::state)
                .column("bank.opening", 20, StatementView::opening)
                .column("bank.received", 20, StatementView::received)
                .column("bank.paid", 20, StatementView::paid)
                .column("bank.closing", 20, StatementView::closing)
                .column("bank.documents", 12, StatementView::documents)
                .column("bank.unplaced", 12, StatementView::unmatched)
                .column("bank.uploadedBy", 20, StatementView::uploadedBy)
                .send(table);
    }
}
