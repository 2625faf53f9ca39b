package ru.mos.clusters.cluster.joining;

/** By what a report counts together. */
public enum Grouping {
    SECTOR,
    CLUSTER
}
