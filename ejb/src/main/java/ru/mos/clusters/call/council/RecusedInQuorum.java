package ru.mos.clusters.call.council;

/** How a quorum counts those who may not vote on an application. */
public enum RecusedInQuorum {
    /** Who is there is there, also where they may not vote. */
    COUNTED,
    /** They belong to the base, and are not there. */
    ABSENT,
    /** They belong neither to the base nor to those who are there. */
    LEFT_OUT
}
