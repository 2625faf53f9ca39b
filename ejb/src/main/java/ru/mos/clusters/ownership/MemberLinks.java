package ru.mos.clusters.ownership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.KnownOwnership.Found;
import ru.mos.clusters.ownership.KnownOwnership.PartyRow;
import ru.mos.clusters.ownership.graph.Affiliations;
import ru.mos.clusters.ownership.graph.Link;
import ru.mos.clusters.ownership.graph.Missing;
import ru.mos.clusters.ownership.graph.PairFinding;
import ru.mos.clusters.ownership.graph.PairVerdict;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Sql;

/**
 * Links among the members of clusters, for whoever judges clusters: all pairs of all clusters asked about from one look at
 * what is known. The cluster organisation links nobody: it is there to unite them.
 */
@ApplicationScoped
public class MemberLinks {

    @Inject
    private Sql sql;

    @Inject
    private Parties parties;

    @Inject
    private KnownOwnership known;

    @Inject
    private Cities cities;

    @Inject
    private Telling telling;

    /** The members of one cluster, and who links none of them. */
    public record Asked(Object cluster, Collection<Inn> members, Collection<Inn> excluded) {}

    /** Two linked members, or two that only a person can tell apart: then {@code reason} is null. */
    public record Pair(
            Inn one,
            Inn other,
            @Nullable Link reason,
            @Nullable Fraction sum,
            @Nullable Fraction threshold,
            List<AffiliationView.Edge> proof) {}

    /** What is not known around a member. */
    public record Gap(String party, String name, Missing what) {}

    /**
     * What ownership shows of a member.
     *
     * @param gaps what could link it to another member and is not known; empty where none could
     * @param examined how many parties above it were looked at
     * @param shownOn the day of its extract; null where there is none
     */
    public record Member(
            List<Gap> gaps,
            int examined,
            @Nullable LocalDate shownOn,
            @Nullable Long importId) {}

    /**
     * What was found of one cluster.
     *
     * @param members each of them
     * @param knownOn the latest change behind it; null where nothing is known of anyone
     */
    public record Links(
            List<Pair> linked,
            List<Pair> namesakes,
            Map<Inn, Member> members,
            boolean declarationFillsGaps,
            @Nullable Instant knownOn) {}

    /** Makes ready for questions about many clusters; outside a transaction. */
    public void prepare() {
        cities.prepare();
    }

    /** By cluster. */
    public Map<Object, Links> of(
            Collection<Asked> clusters, LocalDate day, @Nullable Instant knownOn, AffiliationProfile profile) {
        return of(clusters, day, knownOn, profile, List.of());
    }

    /**
     * The same with stakes that are only thought of.
     *
     * @throws ru.mos.clusters.platform.Problem {@code stake-exceeds-whole}
     */
    public Map<Object, Links> of(
            Collection<Asked> clusters,
            LocalDate day,
            @Nullable Instant knownOn,
            AffiliationProfile profile,
            List<SupposedStake> supposed) {
        return sql.with(handle -> {
            var parameters = OwnershipParameters.on(handle, day, knownOn);
            var rows = rows(handle, clusters);
            if (rows.isEmpty() && supposed.isEmpty()) {
                return clusters.stream().collect(Collectors.toMap(Asked::cluster, asked -> nothing(asked, parameters)));
            }
            var question = new KnownOwnership.Question(
                    rows.values().stream().map(PartyRow::id).toList(), List.of(), day, knownOn);
            // each cluster may take as much work as if it were asked about alone
            var found = known.around(question, parameters.looking(clusters.size()), supposed);
            found.parties().values().stream()
                    .filter(row -> row.id() < 0 && row.inn() != null)
                    .forEach(row -> rows.put(row.inn(), row));
            var answers = new HashMap<Object, Links>();
            for (var asked : clusters) {
                answers.put(
                        asked.cluster(), new Around(handle, question, parameters, profile, rows, found).links(asked));
            }
            return answers;
        });
    }

    /** Each two of the members once, from one look at what is known. */
    PairMatrix matrix(Asked asked, LocalDate day, @Nullable Instant knownOn, AffiliationProfile profile) {
        return sql.with(handle -> {
            var parameters = OwnershipParameters.on(handle, day, knownOn);
            var rows = rows(handle, List.of(asked));
            var question = new KnownOwnership.Question(
                    rows.values().stream().map(PartyRow::id).toList(), List.of(), day, knownOn);
            var found = known.around(question, parameters);
            return new Around(handle, question, parameters, profile, rows, found).matrix(asked);
        });
    }

    private Map<String, PartyRow> rows(Handle handle, Collection<Asked> clusters) {
        var inns = clusters.stream()
                .flatMap(asked -> Stream.concat(asked.members().stream(), asked.excluded().stream()))
                .map(Inn::digits)
                .distinct()
                .toList();
        return parties.withInns(handle, inns).stream()
                .collect(Collectors.toMap(PartyRow::inn, row -> row, (first, second) -> first));
    }

    private static Links nothing(Asked asked, OwnershipParameters parameters) {
        var members = new TreeMap<Inn, Member>(Comparator.comparing(Inn::digits));
        asked.members().forEach(inn -> members.put(inn, unknown(inn)));
        return new Links(List.of(), List.of(), members, parameters.declarationFillsGaps(), parameters.knownOn());
    }

    private static Member unknown(Inn inn) {
        return new Member(List.of(new Gap("inn:" + inn, "", Missing.NO_EXTRACT)), 0, null, null);
    }

    /** One cluster, seen in what is known around all. */
    private final class Around {

        private final Handle handle;
        private final KnownOwnership.Question question;
        private final OwnershipParameters parameters;
        private final AffiliationProfile profile;
        private final Map<String, PartyRow> rows;
        private final Found found;

        Around(
                Handle handle,
                KnownOwnership.Question question,
                OwnershipParameters parameters,
                AffiliationProfile profile,
                Map<String, PartyRow> rows,
                Found found) {
            this.handle = handle;
            this.question = question;
            this.parameters = parameters;
            this.profile = profile;
            this.rows = rows;
            this.found = found;
        }

        private Map<Long, Inn> nodes(Asked asked) {
            var nodes = new TreeMap<Long, Inn>();
            for (var inn : asked.members()) {
                var row = rows.get(inn.digits());
                if (row != null) {
                    nodes.put(found.representative(row.id()), inn);
                }
            }
            return nodes;
        }

        private Affiliations affiliations(Asked asked) {
            var excluded = asked.excluded().stream()
                    .map(inn -> rows.get(inn.digits()))
                    .filter(java.util.Objects::nonNull)
                    .map(row -> found.representative(row.id()))
                    .collect(Collectors.toSet());
            return Affiliations.of(found.graph(), parameters.profile(profile), excluded);
        }

        /** Of members no source names, and where not everything was looked at, nothing is known. */
        PairMatrix matrix(Asked asked) {
            var nodes = nodes(asked);
            var findings = affiliations(asked).pairs(nodes.keySet());
            var answers = new HashMap<Set<Inn>, PairMatrix.Cell>();
            for (var finding : findings) {
                var one = named(nodes, finding.a());
                var other = named(nodes, finding.b());
                boolean seen = found.complete() || finding.verdict() == PairVerdict.AFFILIATED;
                answers.put(
                        Set.of(one, other),
                        new PairMatrix.Cell(
                                one, other, seen ? finding.verdict() : PairVerdict.UNKNOWN, finding.reason()));
            }
            var members = asked.members().stream().distinct().toList();
            var cells = new ArrayList<PairMatrix.Cell>();
            for (int first = 0; first < members.size(); first++) {
                for (int second = first + 1; second < members.size(); second++) {
                    var one = members.get(first);
                    var other = members.get(second);
                    cells.add(answers.getOrDefault(
                            Set.of(one, other), new PairMatrix.Cell(one, other, PairVerdict.UNKNOWN, null)));
                }
            }
            var cover = Affiliations.smallestToDrop(findings);
            return new PairMatrix(
                    cells,
                    cover.sets().stream()
                            .filter(set -> !set.isEmpty())
                            .map(set -> set.stream()
                                    .map(node -> named(nodes, node))
                                    .collect(Collectors.toUnmodifiableSet()))
                            .toList(),
                    cover.isLeast());
        }

        Links links(Asked asked) {
            var nodes = nodes(asked);
            var affiliations = affiliations(asked);
            var findings = affiliations.pairs(nodes.keySet());
            var above = new HashMap<Long, Set<Long>>();
            nodes.keySet().forEach(node -> above.put(node, new TreeSet<>(affiliations.above(node))));
            var sources = telling.sources(
                    handle,
                    findings.stream()
                            .filter(finding -> finding.proof() != null)
                            .flatMap(finding -> finding.proof().edges().stream())
                            .map(ru.mos.clusters.ownership.graph.Edge::source)
                            .toList());
            return new Links(
                    pairs(findings, PairVerdict.AFFILIATED, nodes, sources),
                    pairs(findings, PairVerdict.MANUAL, nodes, sources),
                    members(asked, nodes, findings, above),
                    parameters.declarationFillsGaps(),
                    parameters.andKnownOn(found.knownOn()));
        }

        private List<Pair> pairs(
                List<PairFinding> findings,
                PairVerdict verdict,
                Map<Long, Inn> nodes,
                Map<Long, Telling.Sourced> sources) {
            return findings.stream()
                    .filter(finding -> finding.verdict() == verdict)
                    .map(finding -> pair(finding, nodes, sources))
                    .toList();
        }

        private Pair pair(PairFinding finding, Map<Long, Inn> nodes, Map<Long, Telling.Sourced> sources) {
            var proof = finding.proof();
            return new Pair(
                    named(nodes, finding.a()),
                    named(nodes, finding.b()),
                    finding.reason(),
                    proof == null ? null : proof.sum(),
                    proof == null ? null : proof.threshold(),
                    proof == null
                            ? List.of()
                            : proof.edges().stream()
                                    .map(edge -> Telling.edge(edge, found, sources))
                                    .toList());
        }

        private Map<Inn, Member> members(
                Asked asked, Map<Long, Inn> nodes, List<PairFinding> findings, Map<Long, Set<Long>> above) {
            var gaps = new HashMap<Inn, Set<Gap>>();
            for (var finding : findings) {
                if (finding.verdict() == PairVerdict.UNKNOWN) {
                    for (var item : finding.missing()) {
                        var gap = gap(item.party(), item.what());
                        var concerned = java.util.stream.Stream.of(finding.a(), finding.b())
                                .filter(node ->
                                        above.getOrDefault(node, Set.of()).contains(item.party()))
                                .toList();
                        // what lies above neither could still link the two
                        (concerned.isEmpty() ? List.of(finding.a(), finding.b()) : concerned)
                                .forEach(node -> add(gaps, named(nodes, node), gap));
                    }
                }
            }
            var used = telling.extractsUsed(handle, question, found, nodes.keySet());
            var members = new TreeMap<Inn, Member>(Comparator.comparing(Inn::digits));
            asked.members().forEach(inn -> members.put(inn, unknown(inn)));
            nodes.forEach((node, inn) -> {
                var source = used.get(node);
                members.put(
                        inn,
                        new Member(
                                Stream.concat(gaps.getOrDefault(inn, Set.of()).stream(), cut(node).stream())
                                        .distinct()
                                        .sorted(Comparator.comparing(Gap::party).thenComparing(Gap::what))
                                        .toList(),
                                above.getOrDefault(node, Set.of()).size(),
                                source == null ? null : source.date(),
                                source == null ? null : source.importId()));
            });
            return members;
        }

        private static Inn named(Map<Long, Inn> nodes, long node) {
            return Objects.requireNonNull(nodes.get(node));
        }

        private static void add(Map<Inn, Set<Gap>> gaps, Inn inn, Gap gap) {
            gaps.computeIfAbsent(inn, first -> new LinkedHashSet<>()).add(gap);
        }

        /** Where the limit of work was reached a link may not have been seen. */
        private Set<Gap> cut(long node) {
            return found.complete() ? Set.of() : Set.of(gap(node, Missing.WORK_LIMIT));
        }

        private Gap gap(long party, Missing what) {
            var row = found.party(party);
            return new Gap(Parties.id(row), Parties.shown(row), what);
        }
    }
}
