package ru.mos.clusters.ownership.graph;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import ru.mos.clusters.platform.Fraction;

/**
 * The facts that suffice, none of which can be spared.
 *
 * @param sum what the products of the paths add up to. GROUP: the weakest link of the chain, one where no link needs
 *     votes. COMMON_HOLDER: the smaller of the two sums, one for each subject
 * @param threshold what the sum exceeds
 */
public record Proof(List<Path> paths, Fraction sum, Fraction threshold) {

    /** All facts of all paths, once each. */
    public Set<Edge> edges() {
        var edges = new LinkedHashSet<Edge>();
        paths.forEach(path -> edges.addAll(path.edges()));
        return edges;
    }
}
