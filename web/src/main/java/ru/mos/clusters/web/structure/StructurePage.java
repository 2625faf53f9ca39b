package ru.mos.clusters.web.structure;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.rule.Eligibility;
import ru.mos.clusters.structure.Structure;
import ru.mos.clusters.structure.StructureView;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Texts;

/** The structure of the programme on a date, as a picture and as tables of the same. */
@Named
@RequestScoped
public class StructurePage {

    @EJB
    private Structure structure;

    @Inject
    private StructureWords words;

    @Inject
    private Texts texts;

    @Inject
    private ListQuery query;

    private @Nullable StructureView view;
    private @Nullable StructureDrawing drawing;

    /** A row of the table of clusters. */
    public record Row(StructureView.Sector sector, StructureView.Cluster cluster) {}

    /** A row of the table of bodies: who it is, how many act for it, what it does. */
    public record BodyRow(String name, long people, String does) {}

    /** How many clusters stand so; {@code outcome} null: not judged. */
    public record Standing(@Nullable Eligibility outcome, String look, String word, long clusters) {}

    public StructureView getView() {
        if (view == null) {
            view = structure.on(query.date("asOf").orElse(null));
        }
        return view;
    }

    public StructureDrawing getDrawing() {
        if (drawing == null) {
            drawing = StructureLayout.of(getView(), words);
        }
        return drawing;
    }

    public boolean isTable() {
        return query.value("view").equals("table");
    }

    /** Every cluster with its sector. */
    public List<Row> getRows() {
        return getView().sectors().stream()
                .flatMap(sector -> sector.clusters().stream().map(cluster -> new Row(sector, cluster)))
                .toList();
    }

    public String sector(StructureView.Sector sector) {
        return words.name(sector);
    }

    public String look(@Nullable Eligibility outcome) {
        return StructureWords.look(outcome);
    }

    /** How many clusters stand how, worst last; what none stands is left out. */
    public List<Standing> getStandings() {
        if (!getView().outcomesShown()) {
            return List.of();
        }
        var standings = new ArrayList<Standing>();
        for (var outcome : Eligibility.values()) {
            standings.add(standing(outcome));
        }
        standings.add(standing(null));
        return standings.stream().filter(standing -> standing.clusters() > 0).toList();
    }

    private Standing standing(@Nullable Eligibility outcome) {
        long clusters = getRows().stream()
                .filter(row -> row.cluster().outcome() == outcome)
                .count();
        var word = outcome == null ? texts.get("structure.notJudged") : Functions.show(outcome);
        return new Standing(outcome, StructureWords.look(outcome), word, clusters);
    }

    public List<BodyRow> getBodies() {
        var bodies = getView().bodies();
        return List.of(
                body("structure.department", bodies.department()),
                body("structure.council", bodies.council()),
                body("structure.developmentCentre", bodies.developmentCentre()),
                body("structure.gckr", bodies.clusterDevelopmentCentre()));
    }

    /** What the infrastructure consists of. */
    public List<BodyRow> getPlaces() {
        var infrastructure = getView().infrastructure();
        return List.of(
                new BodyRow(
                        texts.get("structure.developmentCentre"),
                        infrastructure.developmentCentres().size(),
                        names(infrastructure.developmentCentres())),
                new BodyRow(
                        texts.get("structure.districtCentresTitle"),
                        infrastructure.districtCentres().size(),
                        names(infrastructure.districtCentres())),
                new BodyRow(
                        texts.get("structure.infrastructure"),
                        infrastructure.organisations(),
                        texts.with("structure.accredited", infrastructure.accredited())));
    }

    private static String names(List<StructureView.Place> places) {
        return places.stream().map(StructureView.Place::name).collect(Collectors.joining(", "));
    }

    /** Every state with its sign, for the legend. */
    public List<Standing> getLegend() {
        return getView().outcomesShown()
                ? Arrays.stream(Eligibility.values()).map(this::standing).toList()
                : List.of();
    }

    private BodyRow body(String key, long people) {
        return new BodyRow(texts.get(key + "Full"), people, texts.get(key + "Does"));
    }

    /** The name of the curator with the login. */
    public @Nullable String curator(@Nullable String login) {
        return getView().curators().stream()
                .filter(curator -> curator.login().equals(login))
                .map(StructureView.Curator::name)
                .findFirst()
                .orElse(null);
    }
}
