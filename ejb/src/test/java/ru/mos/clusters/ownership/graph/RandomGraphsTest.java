package ru.mos.clusters.ownership.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.ownership.graph.EdgeKind.SHAREHOLDING;
import static ru.mos.clusters.ownership.graph.PairVerdict.AFFILIATED;
import static ru.mos.clusters.ownership.graph.PairVerdict.NOT_AFFILIATED;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.platform.Fraction;

/**
 * The engine against plain methods that share nothing with it, on small random graphs with cycles. A failure names its seed;
 * {@code -Dgraphs.seed=} repeats a run.
 */
class RandomGraphsTest {

    private static final int GRAPHS = 10_000;
    private static final long SEED = Long.getLong("graphs.seed", System.nanoTime());
    private static final Fraction[] LEVELS = {Fraction.of(1, 5), Fraction.of(1, 2)};

    private record Sample(String name, List<Edge> edges, boolean[] open, int size) {
        OwnershipGraph graph() {
            var builder = OwnershipGraph.builder();
            for (int at = 0; at < size; at++) {
                builder.party(at, PartyKind.LEGAL_ENTITY);
                if (open[at]) {
                    builder.missing(at, Missing.OWNERS);
                }
            }
            edges.forEach(edge -> builder.edge(
                    edge.from(), edge.to(), edge.kind(), edge.share(), edge.votes(), edge.sure(), edge.source()));
            return builder.build();
        }

        Sample with(List<Edge> more) {
            var all = new ArrayList<>(edges);
            all.addAll(more);
            return new Sample(name, all, new boolean[size], size);
        }

        Fraction rest(int company) {
            return edges.stream()
                    .filter(edge -> edge.to() == company && edge.kind() == SHAREHOLDING)
                    .map(Edge::votes)
                    .reduce(Fraction.ONE, Fraction::minus);
        }
    }

    @Test
    void effective_shares_agree_with_the_rule_of_cramer() {
        for (int number = 0; number < GRAPHS; number++) {
            var sample = random(number, 2 + number % 5, false);
            var graph = sample.graph();
            for (int owner = 0; owner < sample.size(); owner++) {
                int subject = (owner + 1) % sample.size();
                var effective = Holdings.of(graph, owner, subject).effective();

                assertThat(effective).as(sample.name()).isEqualTo(cramer(sample, owner, subject));
                assertThat(effective.exceeds(Fraction.ONE)).as(sample.name()).isFalse();
            }
        }
    }

    @Test
    void groups_and_holdings_agree_with_repeating_until_nothing_changes_and_no_proof_has_a_fact_to_spare() {
        for (int number = 0; number < GRAPHS; number++) {
            var sample = random(number, 2 + number % 6, false);
            var affiliations = Affiliations.of(sample.graph(), Profile.AFF_948, Set.of());
            int a = number % sample.size();
            int b = (a + 1) % sample.size();
            var finding = affiliations.pair(a, b);

            assertThat(finding.reason()).as(sample.name()).isEqualTo(plain(sample, a, b));
            if (finding.proof() != null) {
                assertProof(sample, finding);
            }
        }
    }

    @Test
    void the_pairs_of_a_cluster_are_the_pairs_asked_one_by_one() {
        for (int number = 0; number < GRAPHS / 10; number++) {
            var sample = random(number, 6, number % 2 == 0);
            var affiliations = Affiliations.of(sample.graph(), Profile.AFF_948, Set.of());

            for (var finding : affiliations.pairs(List.of(0L, 1L, 2L, 3L))) {
                var alone = affiliations.pair(finding.a(), finding.b());
                assertThat(finding.verdict()).as(sample.name()).isEqualTo(alone.verdict());
                assertThat(finding.missing()).as(sample.name()).isEqualTo(alone.missing());
                assertThat(finding.examined().parties())
                        .as(sample.name())
                        .isEqualTo(alone.examined().parties());
            }
        }
    }

    /**
     * Every party in turn, and a stranger, gets every set of the unknown remainders above the pair, and one holder of a company
     * that is not above it the unknown remainder of that: what can link must be UNKNOWN, and nothing else is.
     */
    @Test
    void a_pair_is_free_exactly_when_nobody_who_held_the_unknown_could_link_it() {
        for (int number = 0; number < GRAPHS; number++) {
            var sample = random(number, 2 + number % 5, true);
            int a = 0;
            int b = 1;
            var finding =
                    Affiliations.of(sample.graph(), Profile.AFF_948, Set.of()).pair(a, b);
            boolean linked = plain(sample, a, b) != null;

            assertThat(finding.verdict() == AFFILIATED).as(sample.name()).isEqualTo(linked);
            assertThat(finding.verdict() == NOT_AFFILIATED)
                    .as(sample.name())
                    .isEqualTo(!linked && !linkable(sample, a, b));
        }
    }

    private static boolean linkable(Sample sample, int a, int b) {
        var above = above(sample, Set.of((long) a, (long) b));
        var below = rulers(sample, above);
        for (int taker = 0; taker <= sample.size(); taker++) {
            for (int mask = 0; mask < 1 << sample.size(); mask++) {
                var more = new ArrayList<Edge>();
                for (int company = 0; company < sample.size(); company++) {
                    if ((mask >> company & 1) != 0
                            && sample.open()[company]
                            && above.contains((long) company)
                            && taker != company) {
                        var rest = sample.rest(company);
                        more.add(new Edge(taker, company, SHAREHOLDING, rest, rest, true, 0));
                    }
                }
                if ((mask == 0 || !more.isEmpty())
                        && below.stream().anyMatch(hidden -> isLinked(sample, more, hidden, a, b))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** All ways to give one company that is not above the pair, or none, a holder of it for what is unknown. */
    private static List<List<Edge>> rulers(Sample sample, Set<Long> above) {
        var ways = new ArrayList<List<Edge>>();
        ways.add(List.of());
        for (var part : sample.edges()) {
            if (part.kind() == SHAREHOLDING && sample.open()[(int) part.to()] && !above.contains(part.to())) {
                var rest = sample.rest((int) part.to());
                ways.add(List.of(new Edge(part.from(), part.to(), SHAREHOLDING, rest, rest, true, 0)));
            }
        }
        return ways;
    }

    private static boolean isLinked(Sample sample, List<Edge> more, List<Edge> hidden, int a, int b) {
        var filled = sample.with(more).with(hidden);
        return plain(new Sample(filled.name(), filled.edges(), new boolean[sample.size() + 1], sample.size() + 1), a, b)
                != null;
    }

    private static Set<Long> above(Sample sample, Set<Long> start) {
        var above = new java.util.HashSet<>(start);
        boolean grows = true;
        while (grows) {
            grows = false;
            for (var edge : sample.edges()) {
                if (above.contains(edge.to()) && above.add(edge.from())) {
                    grows = true;
                }
            }
        }
        return above;
    }

    private static void assertProof(Sample sample, PairFinding finding) {
        var edges = List.copyOf(finding.proof().edges());
        assertThat(finding.proof().sum().exceeds(finding.proof().threshold()))
                .as(sample.name())
                .isTrue();
        assertThat(finding.proof().paths().stream().map(Path::product).reduce(Fraction.ZERO, Fraction::plus))
                .as(sample.name())
                .isEqualTo(finding.proof().sum());
        assertThat(proves(sample, edges, finding)).as(sample.name()).isTrue();
        for (var spared : edges) {
            var rest = new ArrayList<>(edges);
            rest.remove(spared);
            assertThat(proves(sample, rest, finding)).as(sample.name()).isFalse();
        }
    }

    private static boolean proves(Sample sample, List<Edge> edges, PairFinding finding) {
        var alone = new Sample(sample.name(), edges, sample.open(), sample.size());
        var reason = plain(alone, (int) finding.a(), (int) finding.b());
        return finding.reason() == Link.GROUP ? reason == Link.GROUP : reason != null;
    }

    /** By the words of the law: join whoever a group controls, again and again. */
    private static Link plain(Sample sample, int a, int b) {
        int size = sample.size();
        var group = new int[size];
        for (int at = 0; at < size; at++) {
            group[at] = at;
        }
        boolean grows = true;
        while (grows) {
            grows = false;
            for (int one = 0; one < size; one++) {
                for (int company = 0; company < size; company++) {
                    if (group[company] != group[one] && commands(sample, group, one, company)) {
                        int lost = group[company];
                        for (int at = 0; at < size; at++) {
                            group[at] = group[at] == lost ? group[one] : group[at];
                        }
                        grows = true;
                    }
                }
            }
        }
        if (group[a] == group[b]) {
            return Link.GROUP;
        }
        return votes(sample, group, a, b).exceeds(LEVELS[0])
                        || votes(sample, group, b, a).exceeds(LEVELS[0])
                ? Link.HOLDING
                : null;
    }

    private static boolean commands(Sample sample, int[] group, int one, int company) {
        return votes(sample, group, one, company).exceeds(LEVELS[1])
                || sample.edges().stream()
                        .anyMatch(edge -> edge.kind() == EdgeKind.EXECUTIVE
                                && edge.to() == company
                                && group[(int) edge.from()] == group[one]);
    }

    private static Fraction votes(Sample sample, int[] group, int one, int company) {
        return sample.edges().stream()
                .filter(edge -> edge.to() == company && group[(int) edge.from()] == group[one])
                .map(Edge::votes)
                .reduce(Fraction.ZERO, Fraction::plus);
    }

    /** {@code (I − M)ᵗ e = m} with the owner's own in-edges removed, by determinants. */
    private static Fraction cramer(Sample sample, int owner, int subject) {
        int size = sample.size();
        var matrix = new Fraction[size][size];
        var direct = new Fraction[size];
        for (int row = 0; row < size; row++) {
            direct[row] = Fraction.ZERO;
            for (int column = 0; column < size; column++) {
                matrix[row][column] = row == column ? Fraction.ONE : Fraction.ZERO;
            }
        }
        for (var edge : sample.edges()) {
            int from = (int) edge.from();
            int to = (int) edge.to();
            if (to == owner) {
                continue;
            }
            if (from == owner) {
                direct[to] = direct[to].plus(edge.share());
            } else {
                matrix[to][from] = matrix[to][from].minus(edge.share());
            }
        }
        var whole = determinant(matrix);
        for (int row = 0; row < size; row++) {
            matrix[row][subject] = direct[row];
        }
        return determinant(matrix).dividedBy(whole);
    }

    /** By the first row, minor by minor. */
    private static Fraction determinant(Fraction[][] matrix) {
        if (matrix.length == 1) {
            return matrix[0][0];
        }
        var sum = Fraction.ZERO;
        for (int column = 0; column < matrix.length; column++) {
            if (!matrix[0][column].equals(Fraction.ZERO)) {
                var minor = new Fraction[matrix.length - 1][matrix.length - 1];
                for (int row = 1; row < matrix.length; row++) {
                    for (int at = 0; at < matrix.length - 1; at++) {
                        minor[row - 1][at] = matrix[row][at < column ? at : at + 1];
                    }
                }
                var term = matrix[0][column].times(determinant(minor));
                sum = column % 2 == 0 ? sum.plus(term) : sum.minus(term);
            }
        }
        return sum;
    }

    /** Companies that leave at least a hundredth of each to strangers, so that no ring owns itself. */
    private static Sample random(int number, int size, boolean gaps) {
        var random = new Random(SEED + number);
        var edges = new ArrayList<Edge>();
        var open = new boolean[size];
        for (int company = 0; company < size; company++) {
            int left = 99;
            open[company] = gaps && random.nextInt(3) == 0;
            for (int holder = 0; holder < size && left > 0; holder++) {
                if (holder != company && random.nextInt(size) < 2) {
                    int percent = random.nextInt(10) == 0 ? Math.min(left, 20) : 1 + random.nextInt(Math.min(left, 60));
                    left -= percent;
                    var share = Fraction.of(percent, 100);
                    edges.add(new Edge(holder, company, SHAREHOLDING, share, share, true, edges.size()));
                }
            }
            if (random.nextInt(gaps ? 4 : 8) == 0) {
                int executive = (company + 1 + random.nextInt(size - 1)) % size;
                edges.add(new Edge(
                        executive, company, EdgeKind.EXECUTIVE, Fraction.ZERO, Fraction.ZERO, true, edges.size()));
            }
        }
        return new Sample("seed " + SEED + " graph " + number, edges, open, size);
    }
}
