package ru.mos.clusters.web.cluster;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.agglomeration.AgglomerationCard;
import ru.mos.clusters.cluster.agglomeration.AgglomerationView;
import ru.mos.clusters.cluster.agglomeration.Agglomerations;
import ru.mos.clusters.cluster.agglomeration.AssignmentView;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.web.shell.ListQuery;

/** Agglomerations on a date: all of them, one with its clusters, or the one that a cluster is in. */
@Named
@RequestScoped
public class AgglomerationList {

    private static final int MOST = 500;

    @EJB
    private Agglomerations agglomerations;

    @Inject
    private ListQuery query;

    private @Nullable LocalDate asOf;
    private @Nullable AgglomerationCard card;
    private @Nullable List<AssignmentView> assignments;

    @PostConstruct
    void open() {
        asOf = query.date("asOf").orElse(null);
    }

    public List<AgglomerationView> getAll() {
        return agglomerations.list(asOf, PageRequest.first(MOST)).items();
    }

    /** Codes of the clusters in it. */
    public String clusters(UUID agglomeration) {
        if (assignments == null) {
            assignments = agglomerations.assignments(asOf);
        }
        return assignments.stream()
                .filter(assignment -> assignment.agglomeration().equals(agglomeration))
                .map(AssignmentView::clusterCode)
                .collect(Collectors.joining(", "));
    }

    /** The one that the address names. */
    public AgglomerationCard getCard() {
        if (card == null) {
            card = agglomerations.card(agglomerations.resolve(query.value("id")), asOf, null);
        }
        return card;
    }

    public AgglomerationView getAgglomeration() {
        return getCard().agglomeration();
    }

    /** The one that the cluster is in on the page's date; null where it is in none. */
    public @Nullable AssignmentView of(UUID cluster) {
        return agglomerations.of(cluster, asOf, null).stream().findFirst().orElse(null);
    }
}
