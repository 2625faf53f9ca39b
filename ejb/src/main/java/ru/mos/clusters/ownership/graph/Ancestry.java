package ru.mos.clusters.ownership.graph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * A party and everyone above it: holders, executives, board members, managing companies, relatives of those, theirs again.
 */
final class Ancestry {

    static final Ancestry NOBODY = new Ancestry(new int[0], 0, new BitSet(), true);

    private final int[] numbers;
    private final int edges;
    private final BitSet beyond;
    private final boolean complete;

    private Ancestry(int[] numbers, int edges, BitSet beyond, boolean complete) {
        this.numbers = numbers;
        this.edges = edges;
        this.beyond = beyond;
        this.complete = complete;
    }

    static Ancestry of(View view, int party, int depth, long workLimit) {
        var search = new Search(view);
        search.meet(party);
        int level = 0;
        int from = 0;
        while (from < search.count && search.edges <= workLimit) {
            int until = search.count;
            for (int at = from; at < until && search.edges <= workLimit; at++) {
                search.climb(search.found[at], level == depth);
            }
            from = until;
            level++;
        }
        var numbers = Arrays.copyOf(search.found, search.count);
        Arrays.sort(numbers);
        return new Ancestry(numbers, search.edges, search.beyond, from >= search.count && search.edges <= workLimit);
    }

    int edges() {
        return edges;
    }

    /** Whether the work limit allowed to look at all. */
    boolean isComplete() {
        return complete;
    }

    /** Whether the owners of this party lie deeper than was looked. */
    boolean isCutAt(int party) {
        return beyond.get(party);
    }

    boolean isCut() {
        return !beyond.isEmpty();
    }

    /** Ascending. */
    IntStream parties() {
        return Arrays.stream(numbers);
    }

    boolean holds(int party) {
        return Arrays.binarySearch(numbers, party) >= 0;
    }

    private static final class Search {
        private final View view;
        private final IntIndex met = new IntIndex();
        private final BitSet beyond = new BitSet();
        private int[] found = new int[16];
        private int count;
        private int edges;

        Search(View view) {
            this.view = view;
        }

        void meet(int party) {
            if (met.add(party)) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, count * 2);
                }
                found[count++] = party;
            }
        }

        void climb(int party, boolean last) {
            view.eachInto(party, edge -> step(view.graph.owner(edge), party, last));
            if (view.graph.kind(party) == PartyKind.PERSON) {
                view.eachOutOf(party, edge -> {
                    if (view.graph.kindOf(edge) == EdgeKind.FAMILY) {
                        step(view.graph.subject(edge), party, last);
                    }
                });
            }
        }

        private void step(int above, int party, boolean last) {
            edges++;
            if (!last) {
                meet(above);
            } else if (!met.contains(above)) {
                beyond.set(party);
            }
        }
    }
}
