package ru.mos.clusters.cluster.profile;

/** From where it is known where an enterprise is. */
public enum PlaceSource {
    /** It declares with a paper where it works. */
    ACTUAL_SITE,
    /** By the latest extract of the state register. */
    LEGAL_ADDRESS,
    UNKNOWN
}
