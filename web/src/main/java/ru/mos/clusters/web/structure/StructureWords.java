package ru.mos.clusters.web.structure;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.rule.Eligibility;
import ru.mos.clusters.structure.StructureView;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.Language;
import ru.mos.clusters.web.shell.Texts;

/** What the boxes of the structure say and where they lead, in the language of the page. */
@RequestScoped
class StructureWords {

    @Inject
    private Texts texts;

    /**
     * A box.
     *
     * @param notes what stands under the title
     * @param says the same in one sentence
     */
    record Body(String title, List<String> notes, String href, String says) {}

    /** A cluster's box; the sign stands for the outcome where there is little room. */
    record Shown(String look, String sign, String outcome, String people, String members, String href, String says) {}

    Body department(StructureView view) {
        return body(
                "structure.department",
                "/cluster/list.xhtml",
                texts.with("structure.people", view.bodies().department()),
                texts.with("structure.clusters", clusters(view).count()));
    }

    Body council(StructureView view) {
        long manual = clusters(view)
                .filter(cluster -> cluster.outcome() == Eligibility.MANUAL)
                .count();
        return body(
                "structure.council",
                "/structure.xhtml?view=table#bodies",
                texts.with("structure.experts", view.bodies().council()),
                view.outcomesShown() ? texts.with("structure.awaiting", manual) : "");
    }

    Body developmentCentre(StructureView view) {
        var centres = view.infrastructure().developmentCentres();
        return body(
                "structure.developmentCentre",
                centres.size() == 1
                        ? "/infrastructure/card.xhtml?id=" + centres.get(0).code()
                        : "/infrastructure/list.xhtml?kind=DEVELOPMENT_CENTRE",
                texts.with(
                        "structure.districtCentres",
                        view.infrastructure().districtCentres().size()),
                texts.with("structure.people", view.bodies().developmentCentre()));
    }

    Body clusterDevelopmentCentre(StructureView view) {
        var curators = view.curators().stream()
                .map(curator -> curator.name() + " " + curator.clusters())
                .collect(Collectors.joining(", "));
        return body(
                "structure.gckr",
                "/structure.xhtml?view=table#curators",
                texts.with("structure.curators", view.curators().size()),
                curators);
    }

    Body infrastructure(StructureView view) {
        return body(
                "structure.infrastructure",
                "/infrastructure/list.xhtml",
                texts.with("structure.organisations", view.infrastructure().organisations()),
                texts.with("structure.accredited", view.infrastructure().accredited()));
    }

    Body sector(StructureView.Sector sector) {
        var name = name(sector);
        long members = sector.clusters().stream()
                .mapToLong(StructureView.Cluster::members)
                .sum();
        var counts = texts.with("structure.sectorCounts", sector.clusters().size(), members);
        return new Body(
                name,
                List.of(counts),
                link("/cluster/list.xhtml?sector=" + sector.code()),
                texts.with("structure.sectorSays", name, counts));
    }

    String name(StructureView.Sector sector) {
        return Language.current().getLanguage().equals("en") ? sector.nameEn() : sector.nameRu();
    }

    Shown cluster(StructureView.Cluster cluster) {
        var outcome = cluster.outcome();
        var word = outcome == null ? texts.get("structure.notJudged") : Functions.show(outcome);
        var members = Functions.show(cluster.members());
        var people = cluster.partners() == 0
                ? texts.with("structure.members", cluster.members())
                : texts.with("structure.membersAndPartners", cluster.members(), cluster.partners());
        var joined = cluster.agglomeration() == null
                ? ""
                : ", " + texts.get("agglomeration.ofCluster") + " " + cluster.agglomeration();
        return new Shown(
                look(outcome),
                sign(outcome) + " ",
                word,
                people,
                members,
                link("/cluster/card.xhtml?id=" + cluster.code()),
                "%s %s: %s, %s%s".formatted(cluster.code(), cluster.name(), word, people, joined));
    }

    Body agglomeration(StructureView.Agglomeration agglomeration) {
        var counts = texts.with("structure.clusters", agglomeration.clusters());
        return new Body(
                agglomeration.name(),
                List.of(counts),
                link("/cluster/agglomeration.xhtml?id=" + agglomeration.code()),
                "%s %s %s, %s"
                        .formatted(
                                texts.get("agglomeration.ofCluster"),
                                agglomeration.code(),
                                agglomeration.name(),
                                counts));
    }

    /** A state and how many clusters are in it, by its sign. */
    record Count(String look, String text) {}

    /** How the clusters of a sector stand, in the order of states; none where the asker sees no state of any. */
    static List<Count> standings(StructureView.Sector sector) {
        return Arrays.stream(Eligibility.values())
                .map(outcome -> count(sector, outcome))
                .filter(count -> !count.text().endsWith(" 0"))
                .toList();
    }

    private static Count count(StructureView.Sector sector, Eligibility outcome) {
        long clusters = sector.clusters().stream()
                .filter(cluster -> cluster.outcome() == outcome)
                .count();
        return new Count(look(outcome), sign(outcome) + " " + clusters);
    }

    /** The class of a state; that of a cluster nobody judged is none. */
    static String look(@Nullable Eligibility outcome) {
        if (outcome == null) {
            return "unjudged";
        }
        return switch (outcome) {
            case ELIGIBLE -> "met";
            case NOT_ELIGIBLE -> "notmet";
            case UNKNOWN -> "unknown";
            case MANUAL -> "manual";
        };
    }

    private static String sign(@Nullable Eligibility outcome) {
        if (outcome == null) {
            return "–";
        }
        return switch (outcome) {
            case ELIGIBLE -> "✓";
            case NOT_ELIGIBLE -> "✕";
            case UNKNOWN -> "?";
            case MANUAL -> "●";
        };
    }

    private Body body(String key, String address, String... notes) {
        var shown = new ArrayList<>(Arrays.asList(notes));
        shown.removeIf(String::isEmpty);
        var title = texts.get(key);
        return new Body(
                title,
                List.copyOf(shown),
                link(address),
                texts.get(key + "Full") + ": " + String.join(", ", shown).toLowerCase(Locale.ROOT));
    }

    /** On the same date; what comes after # stays last. */
    private static String link(String address) {
        int anchor = address.indexOf('#');
        return anchor < 0
                ? Functions.link(address)
                : Functions.link(address.substring(0, anchor)) + address.substring(anchor);
    }

    private static Stream<StructureView.Cluster> clusters(StructureView view) {
        return view.sectors().stream().flatMap(sector -> sector.clusters().stream());
    }
}
