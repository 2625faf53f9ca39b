package ru.mos.clusters.ownership.graph;

import ru.mos.clusters.platform.Fraction;

/** One fact of a proof; {@code share} and {@code votes} are zero except for shareholdings, {@code source} is the loader's id. */
public record Edge(long from, long to, EdgeKind kind, Fraction share, Fraction votes, boolean sure, long source) {}
