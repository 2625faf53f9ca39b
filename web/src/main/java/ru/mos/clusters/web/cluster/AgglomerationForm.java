package ru.mos.clusters.web.cluster;

import static java.util.Objects.requireNonNull;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.ClusterFilter;
import ru.mos.clusters.cluster.ClusterOrder;
import ru.mos.clusters.cluster.ClusterStatus;
import ru.mos.clusters.cluster.Clusters;
import ru.mos.clusters.cluster.agglomeration.Agglomerations;
import ru.mos.clusters.cluster.agglomeration.AssignCluster;
import ru.mos.clusters.cluster.agglomeration.AssignmentView;
import ru.mos.clusters.cluster.agglomeration.CreateAgglomeration;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.PaperEntry;
import ru.mos.clusters.web.shell.Redirect;

/** Founds an agglomeration, names it, puts clusters into it and takes them out, ends it: each by a decision. */
@Named
@RequestScoped
public class AgglomerationForm {

    private static final int MOST = 500;

    @EJB
    private Agglomerations agglomerations;

    @EJB
    private Clusters clusters;

    @Inject
    private AgglomerationList list;

    @Inject
    private ListQuery query;

    private @Nullable String name;
    private @Nullable String cluster;
    private @Nullable LocalDate from;
    private @Nullable LocalDate through;
    private final PaperEntry paper = new PaperEntry();

    /** Whether a new one is to be founded. */
    public boolean isFounding() {
        return query.text("id").isEmpty();
    }

    /** The cluster to be taken out, if the address names one. */
    public @Nullable AssignmentView getLeaving() {
        return list.getCard().members().stream()
                .filter(member -> member.clusterCode().equals(query.value("cluster")))
                .findFirst()
                .orElse(null);
    }

    /** Clusters that exist, by code. */
    public List<Map.Entry<String, String>> getClusters() {
        var filter = new ClusterFilter(null, null, ClusterStatus.ACTIVE, null, null);
        return clusters.list(filter, ClusterOrder.CODE, PageRequest.first(MOST)).items().stream()
                .map(one -> Map.entry(one.id().toString(), one.code() + " " + one.name()))
                .toList();
    }

    public String create() {
        var created = agglomerations.create(
                new CreateAgglomeration(requireNonNull(name), requireNonNull(from), paper.paper()));
        Messages.info("agglomeration.created", created.code());
        return Redirect.to("/cluster/agglomeration.xhtml", "id", created.code());
    }

    public String assign() {
        var command = new AssignCluster(
                id(),
                UUID.fromString(requireNonNull(cluster)),
                requireNonNull(from),
                through == null ? null : through.plusDays(1),
                paper.paper());
        agglomerations.assign(command);
        return saved("agglomeration.assigned");
    }

    public String release() {
        var leaving = requireNonNull(getLeaving());
        agglomerations.release(id(), leaving.cluster(), requireNonNull(through).plusDays(1), paper.paper());
        return saved("agglomeration.released");
    }

    public String rename() {
        agglomerations.rename(id(), requireNonNull(name), null);
        return saved("agglomeration.renamed");
    }

    public String close() {
        agglomerations.close(id(), requireNonNull(through).plusDays(1), paper.paper());
        return saved("agglomeration.closed");
    }

    private String saved(String message) {
        Messages.info(message);
        return Redirect.to("/cluster/agglomeration.xhtml", "id", query.value("id"));
    }

    private UUID id() {
        return list.getAgglomeration().id();
    }

    public @Nullable String getName() {
        return name == null && !isFounding() ? list.getAgglomeration().name() : name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable String getCluster() {
        return cluster;
    }

    public void setCluster(@Nullable String cluster) {
        this.cluster = cluster;
    }

    public @Nullable LocalDate getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
    }

    public @Nullable LocalDate getThrough() {
        return through;
    }

    public void setThrough(@Nullable LocalDate through) {
        this.through = through;
    }

    public PaperEntry getPaper() {
        return paper;
    }
}
