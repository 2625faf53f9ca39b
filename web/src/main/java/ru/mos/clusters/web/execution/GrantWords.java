package ru.mos.clusters.web.execution;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import ru.mos.clusters.execution.ExecutionBy;
import ru.mos.clusters.execution.GrantLine;
import ru.mos.clusters.execution.GrantLineKind;
import ru.mos.clusters.web.ledger.LedgerWords;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.Texts;

/** Lines of the execution as people read them. */
@Named
@RequestScoped
public class GrantWords {

    @Inject
    private LedgerWords ledger;

    @Inject
    private Texts texts;

    /** By what it goes; empty where it has no code. */
    public String code(GrantLine line) {
        var code = line.code();
        if (code == null) {
            return line.inn() == null ? "" : line.inn().digits();
        }
        return line.kind() == GrantLineKind.NAMED && code.startsWith("G-")
                ? texts.with("grant.code", code.substring(2))
                : code;
    }

    /** What it is called, else what it stands for. */
    public String name(GrantLine line) {
        var russian = line.nameRu();
        var english = line.nameEn();
        if (russian == null) {
            return line.kind() == GrantLineKind.NAMED ? "" : Functions.show(line.kind());
        }
        return ledger.either(russian, english == null ? russian : english);
    }

    /** The page of what it stands for. */
    String page(ExecutionBy by, GrantLine line) {
        var id = line.id() == null ? "" : line.id();
        return switch (by) {
            case MEASURE -> "/programme/card.xhtml?code=" + Functions.encode(id.substring(0, id.indexOf('/')));
            case CALL -> "/call/card.xhtml?id=" + id;
            case AGREEMENT -> "/agreement/card.xhtml?id=" + id;
            case PARTICIPANT -> "/registry/entity.xhtml?inn=" + id;
        };
    }
}
