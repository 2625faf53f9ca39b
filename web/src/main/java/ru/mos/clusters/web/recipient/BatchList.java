package ru.mos.clusters.web.recipient;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.recipient.BatchView;
import ru.mos.clusters.recipient.Batches;
import ru.mos.clusters.recipient.WaitingMonth;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** Files for the tax service, and what waits to be sent by when. */
@Named
@RequestScoped
public class BatchList {

    @EJB
    private Batches batches;

    @Inject
    private ListQuery query;

    private LazyTable<BatchView> table;
    private @Nullable List<WaitingMonth> waiting;

    @PostConstruct
    void open() {
        table = query.table(page -> batches.list(page), () -> batches.count());
    }

    public LazyTable<BatchView> getTable() {
        return table;
    }

    public List<WaitingMonth> getWaiting() {
        if (waiting == null) { // the page asks more than once
            waiting = batches.waiting();
        }
        return waiting;
    }

    /** Makes a file up of all that waits. */
    public String prepare() {
        var batch = batches.prepare();
        Messages.info("recipient.prepared");
        return Redirect.to("/recipient/batch.xhtml", "id", batch.id());
    }
}
