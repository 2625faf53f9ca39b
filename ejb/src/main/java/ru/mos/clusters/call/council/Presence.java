package ru.mos.clusters.call.council;

/** How a member takes part in a sitting. */
public enum Presence {
    PRESENT,
    /** Sends the votes in writing. */
    IN_WRITING,
    ABSENT
}
