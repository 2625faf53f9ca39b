package ru.mos.clusters.web.project;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.OwnershipWords;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.project.ClusterChoice;
import ru.mos.clusters.project.ConsentView;
import ru.mos.clusters.project.IndicatorView;
import ru.mos.clusters.project.ProjectContent.Reference;
import ru.mos.clusters.project.ProjectIndicators;
import ru.mos.clusters.project.ProjectKind;
import ru.mos.clusters.project.Projects;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.Language;

/** Joint projects as people read them. */
@Named
@RequestScoped
public class ProjectWords {

    @EJB
    private Projects projects;

    @EJB
    private ProjectIndicators catalogue;

    private @Nullable List<ClusterChoice> clusters;
    private @Nullable List<IndicatorView> indicators;

    /** A part of a project with its place in it. */
    public record Row<T>(int at, T it) {}

    public <T> List<Row<T>> rows(List<T> parts) {
        return IntStream.range(0, parts.size())
                .mapToObj(at -> new Row<>(at, parts.get(at)))
                .toList();
    }

    private List<ClusterChoice> clusters() {
        if (clusters == null) {
            clusters = projects.clusters();
        }
        return clusters;
    }

    /** A cluster by its code and name; a dash for none. */
    public String cluster(@Nullable UUID id) {
        return clusters().stream()
                .filter(cluster -> cluster.id().equals(id))
                .map(cluster -> cluster.code() + " " + cluster.name())
                .findFirst()
                .orElse("—");
    }

    public List<Map.Entry<String, String>> getClusterOptions() {
        return clusters().stream()
                .map(cluster -> Map.entry(cluster.id().toString(), cluster.code() + " " + cluster.name()))
                .toList();
    }

    /** Organisations that may lead a project. */
    public List<Map.Entry<String, String>> getLeadOptions() {
        var own = projects.own();
        return clusters().stream()
                .filter(cluster -> cluster.organisation() != null)
                .sorted((one, other) -> Boolean.compare(
                        !Objects.equals(one.organisation(), own), !Objects.equals(other.organisation(), own)))
                .map(cluster -> Map.entry(
                        Objects.requireNonNull(cluster.organisation()).digits(),
                        cluster.organisation() + " — " + cluster.code() + " " + cluster.name()))
                .toList();
    }

    private List<IndicatorView> catalogue() {
        if (indicators == null) {
            indicators = catalogue.list();
        }
        return indicators;
    }

    public String indicator(@Nullable String code) {
        return catalogue().stream()
                .filter(known -> known.code().equals(code))
                .map(ProjectWords::named)
                .findFirst()
                .orElse(code == null ? "—" : code);
    }

    private static String named(IndicatorView indicator) {
        return Language.current().getLanguage().equals("en")
                ? indicator.nameEn() + ", " + indicator.unitEn()
                : indicator.nameRu() + ", " + indicator.unitRu();
    }

    public List<Map.Entry<String, String>> getIndicatorOptions() {
        return catalogue().stream()
                .map(known -> Map.entry(
                        known.code(), Functions.show(known.direction()) + ": " + named(known) + " ("
                                + Functions.show(known.sense()) + ")"))
                .toList();
    }

    /** A document by its details, as far as they are known. */
    public String paper(@Nullable Reference document) {
        if (document == null || document.title() == null) {
            return "—";
        }
        return document.title()
                + (document.number() == null ? "" : " № " + document.number())
                + (document.date() == null ? "" : ", " + Functions.show(document.date()));
    }

    /** A share in percent; a dash where there is none. */
    public String percent(@Nullable Fraction share) {
        return share == null ? "—" : OwnershipWords.percent(share, Language.current());
    }

    /** Any number of roubles; a dash for nothing. */
    public String money(@Nullable BigDecimal amount) {
        return amount == null ? "—" : Functions.money(amount);
    }

    /** With which colour and sign a consent is shown. */
    public String look(ConsentView.State state) {
        return switch (state) {
            case GIVEN -> "met";
            case MISSING -> "manual";
            case LAPSED -> "notmet";
        };
    }

    public List<Map.Entry<String, String>> getKinds() {
        return options(ProjectKind.values());
    }

    static List<Map.Entry<String, String>> options(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(one -> Map.entry(one.name(), Functions.show(one)))
                .toList();
    }
}
