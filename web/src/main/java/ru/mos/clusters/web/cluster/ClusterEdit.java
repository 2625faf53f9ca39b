package ru.mos.clusters.web.cluster;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.CloseCluster;
import ru.mos.clusters.cluster.ClusterView;
import ru.mos.clusters.cluster.Clusters;
import ru.mos.clusters.cluster.CreateCluster;
import ru.mos.clusters.cluster.HandOver;
import ru.mos.clusters.cluster.RenameCluster;
import ru.mos.clusters.cluster.ReplaceOrganisation;
import ru.mos.clusters.cluster.UnitingEntity;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.registry.LegalForm;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/**
 * Opens a cluster; names it, says who unites it and who looks after it, closes it. Whoever saves what was made from an
 * older state is told and sees what holds now beside what was typed; a second press saves all the same.
 */
@Named
@RequestScoped
public class ClusterEdit {

    @EJB
    private Clusters clusters;

    @Inject
    private AskedCluster asked;

    @Inject
    private ClusterPage card;

    @Inject
    private ListQuery query;

    private @Nullable ClusterView cluster;
    private @Nullable String sector;
    private @Nullable String name;
    private @Nullable Inn inn;
    private @Nullable String organisationName;
    private @Nullable LegalForm legalForm;
    private @Nullable LocalDate from;
    private @Nullable String curator;
    private @Nullable LocalDate through;
    private @Nullable String reason;
    private @Nullable Long seen;

    @PostConstruct
    void open() {
        sector = query.text("sector").orElse(null);
        if (query.text("id").isPresent()) {
            cluster = card.getCluster();
            name = cluster.name();
            var organisation = cluster.organisation();
            if (organisation != null) {
                inn = organisation.inn();
                organisationName = organisation.name();
                legalForm = organisation.legalForm();
            }
            curator = cluster.curator() == null ? null : cluster.curator().login();
        }
    }

    /** Null while a new one is to be opened. */
    public @Nullable ClusterView getCluster() {
        return cluster;
    }

    /** Whether somebody else has changed the cluster since the form that came back was made. */
    public boolean isStale() {
        return seen != null && seen != getVersion();
    }

    public List<Clusters.Candidate> getCandidates() {
        return clusters.candidates();
    }

    public List<LegalForm> getLegalForms() {
        return List.of(LegalForm.values());
    }

    public String create() {
        var created = clusters.create(new CreateCluster(
                requireNonNull(sector), requireNonNull(name), organisation(), requireNonNull(from), curator));
        Messages.info("cluster.created", created.code());
        return Redirect.to("/cluster/card.xhtml", "id", created.code(), "tab", "members");
    }

    public String rename() {
        return saved(clusters.rename(new RenameCluster(asked.id(), requireNonNull(name), seen)), "cluster.renamed");
    }

    public String unite() {
        var command = new ReplaceOrganisation(asked.id(), organisation(), requireNonNull(from), seen);
        return saved(clusters.unite(command), "cluster.united");
    }

    public String handOver() {
        var command = new HandOver(asked.id(), requireNonNull(curator), requireNonNull(from), seen);
        return saved(clusters.handOver(command), "cluster.handedOver");
    }

    public String close() {
        var command = new CloseCluster(asked.id(), requireNonNull(through).plusDays(1), requireNonNull(reason));
        return saved(clusters.close(command), "cluster.closed");
    }

    private String saved(ClusterView now, String message) {
        Messages.info(message, now.code());
        return asked.outcome("history");
    }

    private UnitingEntity organisation() {
        return new UnitingEntity(requireNonNull(inn), organisationName, legalForm);
    }

    /** The version of the cluster that the form is made from. */
    public long getVersion() {
        return requireNonNull(cluster).version();
    }

    /** The version from which the form that comes back was made. */
    public void setVersion(long version) {
        seen = version;
    }

    public @Nullable String getSector() {
        return sector;
    }

    public void setSector(@Nullable String sector) {
        this.sector = sector;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable Inn getInn() {
        return inn;
    }

    public void setInn(@Nullable Inn inn) {
        this.inn = inn;
    }

    public @Nullable String getOrganisationName() {
        return organisationName;
    }

    public void setOrganisationName(@Nullable String organisationName) {
        this.organisationName = organisationName;
    }

    public @Nullable LegalForm getLegalForm() {
        return legalForm;
    }

    public void setLegalForm(@Nullable LegalForm legalForm) {
        this.legalForm = legalForm;
    }

    public @Nullable LocalDate getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
    }

    public @Nullable String getCurator() {
        return curator;
    }

    public void setCurator(@Nullable String curator) {
        this.curator = curator;
    }

    public @Nullable LocalDate getThrough() {
        return through;
    }

    public void setThrough(@Nullable LocalDate through) {
        this.through = through;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
