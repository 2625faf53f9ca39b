package ru.mos.clusters.recovery;

/** How far a demand is met. */
public enum RecoveryState {
    /** Waits for a chief. */
    DRAFT,
    ISSUED,
    /** Met to the kopeck. */
    SETTLED,
    WITHDRAWN,
    WRITTEN_OFF
}
