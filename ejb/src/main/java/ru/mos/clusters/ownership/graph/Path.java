package ru.mos.clusters.ownership.graph;

import java.util.List;
import ru.mos.clusters.platform.Fraction;

/**
 * A chain of facts, each sharing a party with the next.
 *
 * @param product what the path adds to the sum of its proof; zero for one that only shows that holders act together
 */
public record Path(List<Edge> edges, Fraction product) {}
