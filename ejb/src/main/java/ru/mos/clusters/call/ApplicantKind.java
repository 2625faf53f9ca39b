package ru.mos.clusters.call;

/** Who may apply. */
public enum ApplicantKind {
    /** The organisation that unites the participants of a cluster. */
    CLUSTER_ORGANISATION,
    /** The leading organisation of a project of several clusters of one agglomeration. */
    LEADING_ORGANISATION,
    /** A small or medium enterprise of a cluster: it keeps its own right to support (principle 7). */
    CLUSTER_MEMBER
}
