package ru.mos.clusters.ownership.graph;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Fraction;

/** A proof by numbers of edges, before it is known whether each of them is needed. */
record Draft(List<Way> ways, Fraction sum, Fraction threshold) {

    record Way(List<Integer> edges, Fraction product) {}

    /** The walk brings the product; what only shows that holders act together brings nothing. */
    static List<Way> ways(List<List<Integer>> paths, Fraction product) {
        var ways = new ArrayList<Way>();
        for (var path : paths) {
            ways.add(new Way(path, ways.isEmpty() ? product : Fraction.ZERO));
        }
        return ways;
    }

    static @Nullable Draft shorter(@Nullable Draft one, @Nullable Draft other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.edges().size() < one.edges().size() ? other : one;
    }

    Set<Integer> edges() {
        var edges = new LinkedHashSet<Integer>();
        ways.forEach(way -> edges.addAll(way.edges()));
        return edges;
    }

    Proof proof(OwnershipGraph graph) {
        return new Proof(
                ways.stream()
                        .distinct()
                        .filter(way -> !way.edges().isEmpty())
                        .map(way ->
                                new Path(way.edges().stream().map(graph::edge).toList(), way.product()))
                        .toList(),
                sum,
                threshold);
    }
}
