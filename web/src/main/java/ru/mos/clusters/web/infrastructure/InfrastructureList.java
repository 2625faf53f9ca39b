package ru.mos.clusters.web.infrastructure;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import ru.mos.clusters.infrastructure.InfrastructureFilter;
import ru.mos.clusters.infrastructure.InfrastructureOrganisations;
import ru.mos.clusters.infrastructure.InfrastructureView;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;

/** Organisations of the infrastructure by number. */
@Named
@RequestScoped
public class InfrastructureList {

    private static final int STRETCH = 500;

    @EJB
    private InfrastructureOrganisations organisations;

    @Inject
    private ListQuery query;

    private LazyTable<InfrastructureView> table;

    @PostConstruct
    void open() {
        var filter = new InfrastructureFilter(
                query.text("kind").orElse(null), null, query.date("asOf").orElse(null));
        table = query.table(
                page -> organisations.list(filter, page),
                () -> organisations
                        .list(filter, PageRequest.first(STRETCH))
                        .items()
                        .size());
    }

    public LazyTable<InfrastructureView> getTable() {
        return table;
    }

    /** Those that can have district centres. */
    public List<InfrastructureView> getParents() {
        return organisations
                .list(new InfrastructureFilter("DEVELOPMENT_CENTRE", null, null), PageRequest.first(STRETCH))
                .items();
    }
}
