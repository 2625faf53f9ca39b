package ru.mos.clusters.web.ledger;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import ru.mos.clusters.ledger.NoticeState;
import ru.mos.clusters.ledger.NoticeView;
import ru.mos.clusters.ledger.Notices;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;

/** Notices of the finance body. */
@Named
@RequestScoped
public class NoticeList {

    @EJB
    private Notices notices;

    @Inject
    private ListQuery query;

    private LazyTable<NoticeView> table;

    @PostConstruct
    void open() {
        var state = query.choice("state", NoticeState.class).orElse(null);
        table = query.table(page -> notices.list(state, page), () -> notices.count(state));
    }

    public LazyTable<NoticeView> getTable() {
        return table;
    }
}
