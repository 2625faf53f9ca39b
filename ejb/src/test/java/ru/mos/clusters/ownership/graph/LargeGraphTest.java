package ru.mos.clusters.ownership.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.ownership.graph.EdgeKind.EXECUTIVE;
import static ru.mos.clusters.ownership.graph.EdgeKind.FAMILY;
import static ru.mos.clusters.ownership.graph.EdgeKind.SHAREHOLDING;
import static ru.mos.clusters.ownership.graph.PairVerdict.AFFILIATED;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(200)
class LargeGraphTest {

    private static final int FIRMS = 10_000;

    @Test
    void two_hundred_of_ten_thousand_firms_of_one_executive_are_one_group() {
        var builder = OwnershipGraph.builder().party(0, PartyKind.PERSON);
        for (int firm = 1; firm <= FIRMS; firm++) {
            builder.party(firm, PartyKind.LEGAL_ENTITY).edge(0, firm, EXECUTIVE, 0, true, firm);
        }

        var findings = affiliations(builder).pairs(firms(200));

        assertThat(findings).hasSize(19_900).allSatisfy(finding -> {
            assertThat(finding.verdict()).isEqualTo(AFFILIATED);
            assertThat(finding.proof().edges()).hasSize(2);
        });
    }

    @Test
    void two_of_ten_thousand_firms_that_a_couple_holds_by_halves_are_one_group() {
        var builder = OwnershipGraph.builder().party(0, PartyKind.PERSON).party(-1, PartyKind.PERSON);
        builder.edge(0, -1, FAMILY, 0, true, 0);
        int half = builder.stake(1, 2, 1, 2);
        for (int firm = 1; firm <= FIRMS; firm++) {
            builder.party(firm, PartyKind.LEGAL_ENTITY)
                    .edge(0, firm, SHAREHOLDING, half, true, firm)
                    .edge(-1, firm, SHAREHOLDING, half, true, -firm);
        }

        var finding = affiliations(builder).pair(17, 9_999);

        assertThat(finding.reason()).isEqualTo(Link.GROUP);
        assertThat(finding.proof().edges()).hasSize(5);
    }

    /** With {@code -Dgraphs.large=true} as many as a large cluster has, which takes minutes in all. */
    private static final int ASKED = Boolean.getBoolean("graphs.large") ? 200 : 12;

    /** Chains, rings and cliques that no cluster should be: all pairs come, whatever is open. */
    @ParameterizedTest(name = "{0}: {1} of {2} with stakes of {3} %, unknown: {4}")
    @CsvSource({
        "AFF_948, CHAIN, 200, 100, false",
        "AFF_948, CHAIN, 200, 60, true",
        "AFF_948, CHAIN, 200, 30, false",
        "AFF_948, CHAIN, 200, 30, true",
        "AFF_948, RING, 50, 51, false",
        "AFF_948, RING, 200, 51, true",
        "AFF_948, RING, 200, 30, true",
        "AFF_948, CLIQUE, 30, 3, true",
        "AFF_948, CLIQUE, 200, 1, false",
        "AFF_948, HUB, 10000, 60, true",
        "AFF_948, HUB, 10000, 30, true",
        "AFF_948, JOINT, 200, 30, true",
        "INTERDEP_105, CHAIN, 200, 60, true",
        "INTERDEP_105, RING, 50, 30, true",
        "INTERDEP_105, CLIQUE, 30, 3, true",
        "INTERDEP_105, HUB, 10000, 30, true"
    })
    void all_pairs_of_a_cluster_are_answered(String law, Shape shape, int size, int percent, boolean open) {
        var profile = law.equals("AFF_948") ? Profile.AFF_948 : Profile.INTERDEP_105;
        var builder = OwnershipGraph.builder();
        for (int firm = 0; firm <= Math.max(size, 200); firm++) {
            builder.party(firm, PartyKind.LEGAL_ENTITY);
        }
        shape.draw(builder, size, percent);
        for (int firm = 0; open && firm < size; firm++) {
            builder.missing(firm, Missing.OWNERS).missing(firm, Missing.EXECUTIVE);
        }
        long start = System.nanoTime();

        var findings = Affiliations.of(builder.build(), profile.limits(20, profile.workLimit()), Set.of())
                .pairs(LongStream.range(0, ASKED).boxed().toList());

        var took = Duration.ofNanos(System.nanoTime() - start);
        System.out.printf(
                "%s %s of %d with %d %%, open %s: %d ms, %s%n",
                law,
                shape,
                size,
                percent,
                open,
                took.toMillis(),
                findings.stream()
                        .collect(java.util.stream.Collectors.groupingBy(
                                PairFinding::verdict, java.util.stream.Collectors.counting())));
        assertThat(findings).hasSize(ASKED * (ASKED - 1) / 2);
        assertThat(findings)
                .filteredOn(finding -> finding.verdict() == PairVerdict.UNKNOWN)
                .allSatisfy(finding -> assertThat(finding.missing()).isNotEmpty());
    }

    private enum Shape {
        CHAIN,
        RING,
        CLIQUE,
        HUB,
        /** Each two neighbours hold the next together. */
        JOINT;

        void draw(GraphBuilder builder, int size, int percent) {
            int stake = builder.stake(percent, 100, percent, 100);
            for (int firm = 0; firm < size; firm++) {
                switch (this) {
                    case CHAIN -> {
                        if (firm > 0) {
                            builder.edge(firm - 1, firm, SHAREHOLDING, stake, true, firm);
                        }
                    }
                    case RING -> builder.edge(firm, (firm + 1) % size, SHAREHOLDING, stake, true, firm);
                    case CLIQUE -> {
                        for (int other = 0; other < size; other++) {
                            if (other != firm && percent * size <= 100 || Math.floorMod(other - firm, size) < 30) {
                                builder.edge(firm, other, SHAREHOLDING, stake, true, firm);
                            }
                        }
                    }
                    case HUB -> builder.edge(size, firm, SHAREHOLDING, stake, true, firm);
                    case JOINT -> {
                        if (firm > 1) {
                            builder.edge(firm - 1, firm, SHAREHOLDING, stake, true, firm)
                                    .edge(firm - 2, firm, SHAREHOLDING, stake, true, firm);
                        }
                    }
                }
            }
        }
    }

    /** Figures of a city: {@code -Dgraphs.large=true}; prints them. */
    @Test
    @EnabledIfSystemProperty(named = "graphs.large", matches = "true")
    void a_city_of_a_million_parties_fits_into_a_hundred_mebibytes() {
        int parties = 1_000_000;
        long before = used();
        long start = System.nanoTime();
        var graph = city(parties);
        long built = System.nanoTime();
        long bytes = used() - before;
        System.out.printf(
                "%d parties, %d edges: %d MiB, %d bytes an edge, fed and built in %d ms%n",
                graph.parties(), graph.edges(), bytes >> 20, bytes / graph.edges(), millis(start, built));
        for (var profile : List.of(Profile.AFF_948, Profile.INTERDEP_105)) {
            for (int round = 0; round < 3; round++) {
                long from = System.nanoTime();
                var members = LongStream.range(0, 200)
                        .map(at -> parties / 2 + at * 977)
                        .boxed()
                        .toList();
                var findings = Affiliations.of(graph, profile, Set.of()).pairs(members);
                System.out.printf(
                        "%s: %d pairs in %d ms, %s%n",
                        profile.code(),
                        findings.size(),
                        millis(from, System.nanoTime()),
                        findings.stream()
                                .collect(java.util.stream.Collectors.groupingBy(
                                        PairFinding::verdict, java.util.stream.Collectors.counting())));
            }
        }
        assertThat(bytes).isLessThan(100L << 20);
    }

    /** Half of the parties are persons. Two of three companies have one of them as holder and executive, others holdings. */
    private static OwnershipGraph city(int parties) {
        var random = new Random(1);
        var builder = OwnershipGraph.builder();
        int persons = parties / 2;
        for (int party = 0; party < parties; party++) {
            builder.party(party, party < persons ? PartyKind.PERSON : PartyKind.LEGAL_ENTITY);
        }
        for (int company = persons; company < parties; company++) {
            int head = random.nextInt(persons);
            int holder = random.nextInt(20) == 0 ? persons + random.nextInt(parties - persons) : head;
            int part = 1 + random.nextInt(999);
            builder.edge(head, company, EXECUTIVE, 0, true, company);
            hold(builder, holder, company, part);
            int other = random.nextInt(20) == 0 ? persons + random.nextInt(parties - persons) : random.nextInt(persons);
            hold(builder, other, company, random.nextInt(2) == 0 ? 1000 - part : (1000 - part) / 2);
            if (random.nextInt(10) == 0) {
                builder.missing(company, Missing.EXTRACT_TOO_OLD);
            }
        }
        return builder.build();
    }

    private static void hold(GraphBuilder builder, int owner, int company, int part) {
        builder.edge(owner, company, SHAREHOLDING, builder.stake(part, 1000, part, 1000), true, company);
    }

    private static long millis(long from, long to) {
        return Duration.ofNanos(to - from).toMillis();
    }

    private static long used() {
        for (int round = 0; round < 3; round++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static List<Long> firms(int count) {
        return LongStream.rangeClosed(1, count).boxed().toList();
    }

    private static Affiliations affiliations(GraphBuilder builder) {
        return Affiliations.of(builder.build(), Profile.AFF_948, Set.of());
    }
}
