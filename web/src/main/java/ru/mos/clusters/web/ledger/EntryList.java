package ru.mos.clusters.web.ledger;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private String period;

    @PostConstruct
    void open() {
        var since = query.date("since");
        var to = query.date("to");
        period = Stream.of(since.map(day -> "from=" + day), to.map(day -> "to=" + day))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("&"));
        var filter = new EntryFilter(
                query.choice("operation", Operation.class).orElse(null),
                since.orElse(null),
                to.map(day -> day.plusDays(1)).orElse(null));
        table = query.table(page -> books.entries(filter, page), () -> books.countEntries(filter));
    }

    public LazyTable<EntryView> getTable() {
        return table;
    }

    /** The days asked for, as the export of the journal takes them. */
    public String getPeriod() {
        return period;
    }
}
