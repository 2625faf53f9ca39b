package ru.mos.clusters.recovery;

/** What follows for the money. */
public enum RecoveryEffect {
    NOTHING,
    /** Expected back in the ledger. */
    DEMANDED,
    /** No longer expected. */
    TAKEN_BACK,
    /** Kept back from what a payment order pays. */
    HELD_BACK,
    WRITTEN_OFF
}
