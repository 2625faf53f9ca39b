package ru.mos.clusters.web.merger;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.ClusterFilter;
import ru.mos.clusters.cluster.ClusterOrder;
import ru.mos.clusters.cluster.ClusterStatus;
import ru.mos.clusters.cluster.ClusterView;
import ru.mos.clusters.cluster.Clusters;
import ru.mos.clusters.cluster.UnitingEntity;
import ru.mos.clusters.cluster.merger.MergerState;
import ru.mos.clusters.cluster.merger.MergerView;
import ru.mos.clusters.cluster.merger.Mergers;
import ru.mos.clusters.cluster.merger.ProposeMerger;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.registry.LegalForm;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.PaperEntry;
import ru.mos.clusters.web.shell.Redirect;

/** Mergers so far, and the form that proposes another: first of which sector and into what, then which clusters. */
@Named
@RequestScoped
public class MergeForm {

    private static final int MOST = 200;

    /** Into what clusters are merged. */
    public enum Into {
        EXISTING,
        NEW
    }

    @EJB
    private Mergers mergers;

    @EJB
    private Clusters clusters;

    @Inject
    private ListQuery query;

    private LazyTable<MergerView> table;
    private @Nullable List<ClusterView> offered;
    private List<String> chosen = List.of();
    private @Nullable String successor;
    private @Nullable String name;
    private @Nullable Inn organisationInn;
    private @Nullable String organisationName;
    private @Nullable LegalForm legalForm;
    private @Nullable String curator;
    private @Nullable LocalDate day;
    private final PaperEntry paper = new PaperEntry();

    @PostConstruct
    void open() {
        var state = query.choice("state", MergerState.class).orElse(null);
        table = query.table(page -> mergers.list(state, page), () -> mergers.count(state));
    }

    public LazyTable<MergerView> getTable() {
        return table;
    }

    /** With which colour and sign a state is shown. */
    public String look(MergerState state) {
        return switch (state) {
            case PROPOSED -> "manual";
            case CONFIRMED -> "met";
            case REFUSED -> "notmet";
        };
    }

    public List<Map.Entry<String, String>> getWays() {
        return Stream.of(Into.values())
                .map(into -> Map.entry(into.name(), Functions.show(into)))
                .toList();
    }

    /** Whether it is settled of which sector and into what. */
    public boolean isReady() {
        return query.text("sector").isPresent()
                && query.choice("into", Into.class).isPresent();
    }

    public boolean isOpening() {
        return query.choice("into", Into.class).filter(Into.NEW::equals).isPresent();
    }

    /** Clusters of the sector that exist today. */
    public List<ClusterView> getOffered() {
        if (offered == null) {
            var filter = new ClusterFilter(query.text("sector").orElse(null), null, ClusterStatus.ACTIVE, null, null);
            offered = clusters.list(filter, ClusterOrder.CODE, PageRequest.first(MOST))
                    .items();
        }
        return offered;
    }

    public List<Clusters.Candidate> getCurators() {
        return clusters.candidates();
    }

    public List<LegalForm> getForms() {
        return List.of(LegalForm.values());
    }

    /** Proposes the merger; it then waits for a second person. */
    public String propose() {
        Set<UUID> ending = chosen.stream().map(UUID::fromString).collect(Collectors.toSet());
        var proposed = mergers.propose(new ProposeMerger(
                ending,
                isOpening() ? null : UUID.fromString(requireNonNull(successor)),
                isOpening() ? name : null,
                isOpening() ? new UnitingEntity(requireNonNull(organisationInn), organisationName, legalForm) : null,
                isOpening() ? curator : null,
                requireNonNull(day),
                paper.paper()));
        Messages.info("merge.proposed");
        return Redirect.to("/cluster/merger.xhtml", "id", proposed.id());
    }

    public List<String> getClusters() {
        return chosen;
    }

    public void setClusters(List<String> chosen) {
        this.chosen = chosen;
    }

    public @Nullable String getSuccessor() {
        return successor;
    }

    public void setSuccessor(@Nullable String successor) {
        this.successor = successor;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable Inn getOrganisationInn() {
        return organisationInn;
    }

    public void setOrganisationInn(@Nullable Inn organisationInn) {
        this.organisationInn = organisationInn;
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

    public @Nullable String getCurator() {
        return curator;
    }

    public void setCurator(@Nullable String curator) {
        this.curator = curator;
    }

    public @Nullable LocalDate getDay() {
        return day;
    }

    public void setDay(@Nullable LocalDate day) {
        this.day = day;
    }

    public PaperEntry getPaper() {
        return paper;
    }
}
