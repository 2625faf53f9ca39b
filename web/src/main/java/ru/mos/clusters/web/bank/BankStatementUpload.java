package ru.mos.clusters.web.bank;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.bank.statement.StatementState;
import ru.mos.clusters.bank.statement.Statements;
import ru.mos.clusters.web.security.UploadLimit;
import ru.mos.clusters.web.shell.ChosenFile;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** The form that takes in a statement. */
@Named
@RequestScoped
public class BankStatementUpload {

    @EJB
    private Statements statements;

    private @Nullable Part file;

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }

    /** The largest file taken, in megabytes. */
    public long getMost() {
        return UploadLimit.bytes() / (1024 * 1024);
    }

    /** Takes the file in and shows what came of it. */
    public String submit() throws IOException {
        var chosen = file;
        if (chosen == null) {
            return "";
        }
        try (var bytes = chosen.getInputStream()) {
            var taken = statements.submit(ChosenFile.name(chosen, "statement"), bytes, UploadLimit.bytes());
            Messages.info(taken.state() == StatementState.FLAGGED ? "bank.statementFlagged" : "bank.statementTaken");
            return Redirect.to("/bank/statement.xhtml", "id", taken.id());
        }
    }
}
