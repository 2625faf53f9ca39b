package ru.mos.clusters.call.council;

/** How a sitting is held. */
public enum SittingForm {
    /** Those who take part meet; who is away may vote in writing where the regulations allow it. */
    MEETING,
    /** Everybody votes in writing. */
    IN_ABSENTIA
}
