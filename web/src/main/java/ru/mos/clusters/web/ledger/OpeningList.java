package ru.mos.clusters.web.ledger;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import ru.mos.clusters.ledger.opening.OpeningView;
import ru.mos.clusters.ledger.opening.Openings;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;

/** Opening balances that were prepared, posted or cancelled. */
@Named
@RequestScoped
public class OpeningList {

    @EJB
    private Openings openings;

    @Inject
    private ListQuery query;

    private LazyTable<OpeningView> table;

    @PostConstruct
    void open() {
        table = query.table(page -> openings.list(page), () -> openings.count());
    }

    public LazyTable<OpeningView> getTable() {
        return table;
    }
}
