package ru.mos.clusters.cluster.merger;

/** Where a merger stands. */
public enum MergerState {
    /** It waits for a second person. */
    PROPOSED,
    CONFIRMED,
    /** By a second person, or taken back by the first. */
    REFUSED
}
