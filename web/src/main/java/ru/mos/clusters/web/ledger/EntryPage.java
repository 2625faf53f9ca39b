package ru.mos.clusters.web.ledger;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ledger.Books;
import ru.mos.clusters.ledger.EntryView;
import ru.mos.clusters.ledger.LedgerProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Subjects;

/** An entry: which accounts it moved, and the document behind it. */
@Named
@RequestScoped
public class EntryPage {

    @EJB
    private Books books;

    @Inject
    private ListQuery query;

    @Inject
    private Subjects subjects;

    private EntryView entry;

    @PostConstruct
    void open() {
        var id = query.value("id");
        if (!id.matches("\\d{1,18}")) {
            throw new Problem(LedgerProblem.ENTRY_UNKNOWN);
        }
        entry = books.entry(Long.parseLong(id));
    }

    public EntryView getEntry() {
        return entry;
    }

    /** The page of the document behind it; null where there is none. */
    public @Nullable String getSource() {
        return entry.sourceKind() == null || entry.source() == null
                ? null
                : subjects.page(entry.sourceKind(), entry.source());
    }
}
