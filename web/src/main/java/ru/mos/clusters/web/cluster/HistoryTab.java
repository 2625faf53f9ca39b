package ru.mos.clusters.web.cluster;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.ChangeView;
import ru.mos.clusters.cluster.Clusters;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;

/** What was changed about the cluster: who, when, what was before and what is after. */
@Named("clusterHistory")
@RequestScoped
public class HistoryTab {

    private static final int STRETCH = 500;

    @EJB
    private Clusters clusters;

    @Inject
    private AskedCluster asked;

    @Inject
    private ListQuery query;

    private @Nullable LazyTable<ChangeView> changes;

    public LazyTable<ChangeView> getChanges() {
        if (changes == null) {
            var cluster = asked.id();
            changes = query.table(page -> clusters.history(cluster, page), () -> count());
        }
        return changes;
    }

    /** Counted stretch by stretch: a cluster's changes are hundreds, and counted only beyond the first page. */
    private long count() {
        long count = 0;
        var page = PageRequest.first(STRETCH);
        while (true) {
            var slice = clusters.history(asked.id(), page);
            count += slice.items().size();
            if (slice.next() == null) {
                return count;
            }
            page = new PageRequest(STRETCH, slice.next());
        }
    }
}
