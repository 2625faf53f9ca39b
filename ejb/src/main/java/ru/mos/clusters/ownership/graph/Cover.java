package ru.mos.clusters.ownership.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which participants to drop so that no two of the rest are affiliated: the least vertex covers of the affiliated pairs.
 *
 * @param sets the participants of each, at most a handful of sets
 * @param isLeast whether no smaller set does; otherwise the best found
 */
public record Cover(List<Set<Long>> sets, boolean isLeast) {

    private static final int EXACT = 40;
    private static final int HANDFUL = 5;
    private static final int PATIENCE = 2_000_000;

    /** Of these findings the affiliated pairs count. Exact for up to forty participants that have a link. */
    static Cover of(List<PairFinding> findings) {
        var linked = new TreeSet<Long>();
        var pairs = findings.stream()
                .filter(finding -> finding.verdict() == PairVerdict.AFFILIATED)
                .toList();
        pairs.forEach(pair -> linked.addAll(List.of(pair.a(), pair.b())));
        var members = List.copyOf(linked);
        var neighbours = new ArrayList<BitSet>();
        members.forEach(member -> neighbours.add(new BitSet()));
        for (var pair : pairs) {
            neighbours.get(members.indexOf(pair.a())).set(members.indexOf(pair.b()));
            neighbours.get(members.indexOf(pair.b())).set(members.indexOf(pair.a()));
        }
        var search = new Search(neighbours);
        var best = search.greedy();
        boolean least = members.size() <= EXACT;
        for (int size = 0; least && size <= best.cardinality() && search.found.isEmpty(); size++) {
            search.drop(new BitSet(), size);
            least = search.patience > 0;
        }
        var sets = search.found.isEmpty() ? List.of(best) : search.found;
        return new Cover(
                sets.stream()
                        .map(set -> (Set<Long>) new TreeSet<>(
                                set.stream().mapToObj(members::get).toList()))
                        .toList(),
                least);
    }

    private static final class Search {
        private final List<BitSet> neighbours;
        private final List<BitSet> found = new ArrayList<>();
        private int patience = PATIENCE;

        Search(List<BitSet> neighbours) {
            this.neighbours = neighbours;
        }

        /** Again and again whoever has most links left. */
        BitSet greedy() {
            var dropped = new BitSet();
            for (int most = most(dropped); most >= 0; most = most(dropped)) {
                dropped.set(most);
            }
            return dropped;
        }

        private int most(BitSet dropped) {
            return java.util.stream.IntStream.range(0, neighbours.size())
                    .filter(member ->
                            !dropped.get(member) && links(member, dropped).cardinality() > 0)
                    .boxed()
                    .max(Comparator.comparing(
                                    (Integer member) -> links(member, dropped).cardinality())
                            .thenComparing(Comparator.reverseOrder()))
                    .orElse(-1);
        }

        private BitSet links(int member, BitSet dropped) {
            var links = (BitSet) neighbours.get(member).clone();
            links.andNot(dropped);
            return links;
        }

        /** Either the member with most links goes, or all it is linked with. */
        void drop(BitSet dropped, int left) {
            int member = most(dropped);
            if (member < 0) {
                if (left == 0 && !found.contains(dropped)) {
                    found.add(dropped);
                }
                return;
            }
            if (left <= 0 || found.size() >= HANDFUL || patience-- <= 0) {
                return;
            }
            var links = links(member, dropped);
            if (linksLeft(dropped) > left * links.cardinality()) {
                return;
            }
            var without = (BitSet) dropped.clone();
            without.set(member);
            drop(without, left - 1);
            if (links.cardinality() <= left) {
                var others = (BitSet) dropped.clone();
                others.or(links);
                drop(others, left - links.cardinality());
            }
        }

        private int linksLeft(BitSet dropped) {
            int ends = 0;
            for (int member = 0; member < neighbours.size(); member++) {
                ends += dropped.get(member) ? 0 : links(member, dropped).cardinality();
            }
            return ends / 2;
        }
    }
}
