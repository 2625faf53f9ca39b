package ru.mos.clusters.agreement;

/** Why somebody stands in the place of another. */
public enum SuccessionGround {
    /** Merger, accession, division, separation or conversion: Civil Code, articles 57 and 58. */
    REORGANISATION,
    /** Another organisation unites the cluster. */
    ORGANISATION_REPLACED,
    /** Dissolved, its rights and duties assigned: Civil Code, articles 388 and 391. */
    DISSOLUTION
}
