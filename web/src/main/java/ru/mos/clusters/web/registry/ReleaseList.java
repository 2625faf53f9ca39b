package ru.mos.clusters.web.registry;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import ru.mos.clusters.registry.release.ReleaseView;
import ru.mos.clusters.registry.release.Releases;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;

/** Every upload and what became of it, the latest first. */
@Named
@RequestScoped
public class ReleaseList {

    @Inject
    private Releases releases;

    @Inject
    private ListQuery query;

    private LazyTable<ReleaseView> table;

    @PostConstruct
    void open() {
        table = query.table(releases::list, releases::count);
    }

    public LazyTable<ReleaseView> getTable() {
        return table;
    }
}
