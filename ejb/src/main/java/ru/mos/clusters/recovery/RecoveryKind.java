package ru.mos.clusters.recovery;

/** What is demanded. */
public enum RecoveryKind {
    /** Money that was paid. */
    RETURN,
    /** For results that were missed. */
    PENALTY
}
