package ru.mos.clusters.recovery;

/** What may be done to a demand. */
public enum RecoveryAction {
    ISSUE,
    /** Before anything of it was met. */
    WITHDRAW,
    /** Lets it be met by instalments. */
    DEFER,
    /** Keeps it back from a payment that is prepared. */
    SET_OFF,
    WRITE_OFF
}
