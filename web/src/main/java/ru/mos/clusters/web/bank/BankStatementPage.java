package ru.mos.clusters.web.bank;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.bank.BankProblem;
import ru.mos.clusters.bank.statement.StatementAction;
import ru.mos.clusters.bank.statement.StatementLine;
import ru.mos.clusters.bank.statement.StatementState;
import ru.mos.clusters.bank.statement.StatementView;
import ru.mos.clusters.bank.statement.Statements;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;
import ru.mos.clusters.web.shell.Spreadsheet;

/** A statement: what does not fit, its documents, and what may be done. */
@Named
@RequestScoped
public class BankStatementPage {

    @EJB
    private Statements statements;

    @Inject
    private ListQuery query;

    @Inject
    private Caller caller;

    private StatementView statement;
    private LazyTable<StatementLine> lines;
    private @Nullable String reason;
    private @Nullable Long version;

    @PostConstruct
    void open() {
        statement = statements.view(AskedId.of(query, BankProblem.STATEMENT_UNKNOWN));
        version = statement.version();
        lines = query.table(page -> statements.lines(statement.id(), page), () -> statement.documents());
    }

    public StatementView getStatement() {
        return statement;
    }

    public LazyTable<StatementLine> getLines() {
        return lines;
    }

    public boolean isAcceptable() {
        return statement.actions().contains(StatementAction.ACCEPT);
    }

    public boolean isDiscardable() {
        return statement.actions().contains(StatementAction.DISCARD);
    }

    /** Whether the person uploaded it and so has to leave accepting to somebody else. */
    public boolean isOwn() {
        return statement.state() == StatementState.FLAGGED && caller.login().equals(statement.uploadedBy());
    }

    public String accept() {
        statements.accept(statement.id(), version, String.valueOf(reason));
        return after("bank.statementAccepted");
    }

    public String discard() {
        statements.discard(statement.id(), version, String.valueOf(reason));
        return after("bank.statementDiscarded");
    }

    private String after(String result) {
        Messages.info(result);
        return Redirect.to("/bank/statement.xhtml", "id", statement.id());
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable Long getVersion() {
        return version;
    }

    public void setVersion(@Nullable Long version) {
        this.version = version;
    }

    /** The whole list as a spreadsheet. */
    public void export() {
        if (!query.value("export").equals("xlsx") || query.isFaulty()) {
            return;
        }
        new Spreadsheet<StatementLine>("bank.documents")
                .column("bank.document", 12, StatementLine::number)
                .column("bank.bookedOn", 12, StatementLine::bookedOn)
                .column("bank.came", 20, row -> row.incoming() ? row.amount() : null)
                .column("bank.went", 20, row -> row.incoming() ? null : row.amount())
                .column("bank.other", 60, row -> row.other().name())
                .column("bank.inn", 14, row -> row.other().inn())
                .column("bank.purpose", 80, StatementLine::purpose)
                .column("bank.order", 10, StatementLine::instructionNumber)
                .send(lines);
    }
}
