package ru.mos.clusters.ownership;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.graph.Link;
import ru.mos.clusters.ownership.graph.PairVerdict;
import ru.mos.clusters.platform.Inn;

/**
 * Each two of some parties once.
 *
 * @param drop the smallest sets of them to leave out so that no two of the rest are affiliated; empty where none are
 * @param least whether no smaller set does; otherwise the best found
 */
public record PairMatrix(List<Cell> pairs, List<Set<Inn>> drop, boolean least) {

    /** The answer for two of them. */
    public record Cell(
            Inn one,
            Inn other,
            PairVerdict verdict,
            @Nullable Link reason) {}
}
