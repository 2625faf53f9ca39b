package ru.mos.clusters.ownership;

import static java.util.Comparator.comparing;

import ru.mos.clusters.ownership.graph.EdgeKind;

/** Somebody in one capacity, as seen from the subject. */
record Tie(EdgeKind kind, long owner) implements Comparable<Tie> {

    @Override
    public int compareTo(Tie other) {
        return comparing(Tie::kind).thenComparing(Tie::owner).compare(this, other);
    }
}
