package ru.mos.clusters.project;

/** Who begins a project. */
public enum ProjectKind {
    /** One cluster. */
    CLUSTER,
    /** Several clusters of one agglomeration, one of which leads. */
    INTER_CLUSTER,
    /** A large enterprise, which brings orders or money and by default receives none. */
    LARGE_ENTERPRISE
}
