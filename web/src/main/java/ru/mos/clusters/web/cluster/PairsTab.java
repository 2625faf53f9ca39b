package ru.mos.clusters.web.cluster;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.MemberView;
import ru.mos.clusters.ownership.AffiliationProfile;
import ru.mos.clusters.ownership.Ownership;
import ru.mos.clusters.ownership.PairMatrix;
import ru.mos.clusters.ownership.graph.PairVerdict;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.web.ownership.OwnershipLook;
import ru.mos.clusters.web.shell.Formats;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.ListQuery;

/** Which members of a cluster are affiliated with each other: each two of them, in a matrix and as a table. */
@Named("pairs")
@RequestScoped
public class PairsTab {

    @Inject
    private Ownership ownership;

    @Inject
    private AskedCluster asked;

    @Inject
    private ClusterPage page;

    @Inject
    private OwnershipLook look;

    @Inject
    private ListQuery query;

    private @Nullable PairMatrix matrix;
    private @Nullable List<Row> rows;

    /** A member and what it is to each; {@code number} is its place in the heads. */
    public record Row(int number, MemberView member, List<Cell> cells) {}

    /** Two members; without a place to go and a look for a member and itself. */
    public record Cell(String sign, String look, @Nullable String href, String says) {}

    /** A row of the table twin. */
    public record Pair(MemberView one, MemberView other, PairMatrix.Cell found, String href) {}

    private List<MemberView> members() {
        var organisation = page.getCluster().organisation();
        return page.getCard().members().stream()
                .filter(MemberView::memberOfOrganisation)
                .filter(member -> organisation == null || !member.inn().equals(organisation.inn()))
                .toList();
    }

    private PairMatrix matrix() {
        if (matrix == null) {
            var organisation = page.getCluster().organisation();
            matrix = ownership.matrix(
                    members().stream().map(MemberView::inn).toList(),
                    organisation == null ? List.<Inn>of() : List.of(organisation.inn()),
                    page.getCard().asOf(),
                    asked.knownOn(),
                    query.choice("profile", AffiliationProfile.class).orElse(AffiliationProfile.AFF_948));
        }
        return matrix;
    }

    public List<Row> getRows() {
        if (rows == null) {
            var found = new HashMap<Set<Inn>, PairMatrix.Cell>();
            matrix().pairs().forEach(cell -> found.put(Set.of(cell.one(), cell.other()), cell));
            var all = members();
            rows = java.util.stream.IntStream.range(0, all.size())
                    .mapToObj(at -> new Row(
                            at + 1,
                            all.get(at),
                            all.stream()
                                    .map(other -> cell(all.get(at), other, found))
                                    .toList()))
                    .toList();
        }
        return rows;
    }

    private Cell cell(MemberView one, MemberView other, Map<Set<Inn>, PairMatrix.Cell> found) {
        if (one.inn().equals(other.inn())) {
            return new Cell("", "self", null, "");
        }
        var verdict = requireNonNull(found.get(Set.of(one.inn(), other.inn()))).verdict();
        return new Cell(
                sign(verdict),
                look.of(verdict),
                href(one, other),
                name(one) + ", " + name(other) + ": " + Functions.show(verdict));
    }

    /** The sign of a verdict, so that colour is not needed. */
    public static String sign(PairVerdict verdict) {
        return switch (verdict) {
            case AFFILIATED -> "✕";
            case NOT_AFFILIATED -> "✓";
            case UNKNOWN -> "?";
            case MANUAL -> "●";
        };
    }

    private String href(MemberView one, MemberView other) {
        var known = query.value("knownOn");
        return Functions.link("/ownership/pair.xhtml?a=inn:" + one.inn() + "&b=inn:" + other.inn()
                + (known.matches("\\d.{0,9}") ? "&knownOn=" + Functions.encode(known) : ""));
    }

    private static String name(MemberView member) {
        return member.name() == null ? member.inn().digits() : String.valueOf(Functions.brief(member.name()));
    }

    /** The verdicts, for the legend. */
    public List<PairVerdict> getVerdicts() {
        return List.of(PairVerdict.values());
    }

    public String signOf(PairVerdict verdict) {
        return sign(verdict);
    }

    /** Each two members once. */
    public List<Pair> getPairs() {
        var byInn = members().stream().collect(Collectors.toMap(MemberView::inn, member -> member, (a, b) -> a));
        return matrix().pairs().stream()
                .map(found -> {
                    var one = requireNonNull(byInn.get(found.one()));
                    var other = requireNonNull(byInn.get(found.other()));
                    return new Pair(one, other, found, href(one, other));
                })
                .toList();
    }

    public long count(PairVerdict verdict) {
        return matrix().pairs().stream()
                .filter(cell -> cell.verdict() == verdict)
                .count();
    }

    public int getAll() {
        return matrix().pairs().size();
    }

    /** Smallest sets to leave out, by name. */
    public List<String> getDrop() {
        var names = members().stream().collect(Collectors.toMap(MemberView::inn, PairsTab::name, (a, b) -> a));
        return matrix().drop().stream()
                .map(set -> set.stream()
                        .map(inn -> names.getOrDefault(inn, Formats.NOTHING))
                        .sorted()
                        .collect(Collectors.joining(", ")))
                .toList();
    }

    public boolean isLeast() {
        return matrix().least();
    }
}
