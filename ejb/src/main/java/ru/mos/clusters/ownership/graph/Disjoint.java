package ru.mos.clusters.ownership.graph;

import java.util.Arrays;

/** Sets that only ever become one (union-find); the caller says whose root stays. */
final class Disjoint {

    private int[] parents = new int[64];
    private int size;

    void add() {
        if (size == parents.length) {
            parents = Arrays.copyOf(parents, size * 2);
        }
        parents[size] = size;
        size++;
    }

    int root(int member) {
        int at = member;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    void join(int kept, int lost) {
        parents[lost] = kept;
    }
}
