package ru.mos.clusters.web.ledger;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import ru.mos.clusters.ledger.Books;
import ru.mos.clusters.ledger.EntryFilter;
import ru.mos.clusters.ledger.EntryView;
import ru.mos.clusters.ledger.Operation;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;

/** The journal. */
@Named
@RequestScoped
public class EntryList {

    @EJB
    private Books books;

    @Inject
    private ListQuery query;

    private LazyTable<EntryView> table;

    @PostConstruct
    void open() {
        var filter = new EntryFilter(
                query.choice("operation", Operation.class).orElse(null),
                query.date("since").orElse(null),
                query.date("to").map(day -> day.plusDays(1)).orElse(null));
        table = query.table(page -> books.entries(filter, page), () -> books.countEntries(filter));
    }

    public LazyTable<EntryView> getTable() {
        return table;
    }
}
