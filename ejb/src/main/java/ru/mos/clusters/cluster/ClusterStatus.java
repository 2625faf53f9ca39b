package ru.mos.clusters.cluster;

/** Whether a cluster exists on a date. */
public enum ClusterStatus {
    /** It will from a later day on. */
    FUTURE,
    ACTIVE,
    CLOSED
}
