package ru.mos.clusters.recovery;

/** How far a breach is decided. */
public enum BreachState {
    /** Waits for another person. */
    FOUND,
    CONFIRMED,
    DISMISSED
}
