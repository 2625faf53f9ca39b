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
}
