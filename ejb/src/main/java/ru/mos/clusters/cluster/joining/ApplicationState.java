package ru.mos.clusters.cluster.joining;

/** Where an application to join a cluster stands. */
public enum ApplicationState {
    /** It waits for the cluster organisation. */
    SUBMITTED,
    ADMITTED,
    REFUSED,
    /** By the applicant itself. */
    WITHDRAWN
}
