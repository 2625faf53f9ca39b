package ru.mos.clusters.web.cluster;

import static java.util.Objects.requireNonNull;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.profile.DeclareSite;
import ru.mos.clusters.cluster.profile.MemberHint;
import ru.mos.clusters.cluster.profile.SectorHints;
import ru.mos.clusters.cluster.profile.SectorProfile;
import ru.mos.clusters.cluster.profile.Territory;
import ru.mos.clusters.cluster.profile.TerritoryView;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.PaperEntry;
import ru.mos.clusters.web.shell.Texts;

/** Which sector the members of the cluster suggest and how near each other they are; where one works is declared here. */
@Named
@RequestScoped
public class ProfilePanel {

    @EJB
    private SectorHints hints;

    @EJB
    private Territory territory;

    @Inject
    private AskedCluster asked;

    @Inject
    private SectorNames sectors;

    @Inject
    private ListQuery query;

    @Inject
    private Texts texts;

    private @Nullable SectorProfile profile;
    private @Nullable TerritoryView places;
    private @Nullable String address;
    private @Nullable String municipality;
    private final PaperEntry paper = new PaperEntry();
    private @Nullable LocalDate from;

    public SectorProfile getProfile() {
        if (profile == null) {
            profile = hints.of(asked.id(), asked.asOf());
        }
        return profile;
    }

    public TerritoryView getTerritory() {
        if (places == null) {
            places = territory.of(asked.id(), asked.asOf());
        }
        return places;
    }

    /** Members who lie outside of the declared sector, and those of whom nothing is known. */
    public List<MemberHint> getOutside() {
        return getProfile().members().stream()
                .filter(member -> member.fit() != MemberHint.Fit.CORE && member.fit() != MemberHint.Fit.RELATED)
                .toList();
    }

    /** The look of a fit. */
    public String look(MemberHint.Fit fit) {
        return switch (fit) {
            case CORE, RELATED -> "met";
            case OUTSIDE -> "notmet";
            case ACTIVITY_UNKNOWN, NOT_ASKED -> "unknown";
        };
    }

    /** The sectors that the enterprise suggests, by name. */
    public String suggests(MemberHint member) {
        return member.suggests().stream().map(hint -> sectors.of(hint.sector())).collect(Collectors.joining(", "));
    }

    /** What the enterprise of another page suggests; null where its activity suggests nothing. */
    public @Nullable String of(String inn) {
        var words = suggests(hints.suggest(new Inn(inn), query.date("asOf").orElse(null)));
        return words.isEmpty() ? null : words;
    }

    /** Municipal areas to choose from, with their districts. */
    public List<Map.Entry<String, String>> getMunicipalities() {
        return territory.municipalities().stream()
                .map(one -> Map.entry(one.name(), one.name() + ", " + one.district()))
                .toList();
    }

    /** Whose place of work is declared. */
    public String getInn() {
        return query.value("inn");
    }

    public String declare() {
        territory.declare(new DeclareSite(
                new Inn(getInn()),
                requireNonNull(address),
                municipality == null || municipality.isEmpty() ? null : municipality,
                paper.paper(),
                requireNonNull(from),
                null));
        Messages.info("territory.declared", texts.with("territory.of", getInn()));
        return asked.outcome("members");
    }

    public @Nullable String getAddress() {
        return address;
    }

    public void setAddress(@Nullable String address) {
        this.address = address;
    }

    public @Nullable String getMunicipality() {
        return municipality;
    }

    public void setMunicipality(@Nullable String municipality) {
        this.municipality = municipality;
    }

    public PaperEntry getPaper() {
        return paper;
    }

    public @Nullable LocalDate getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
    }
}
