package ru.mos.clusters.recovery;

/** Whether it counts. */
public enum RepaymentState {
    /** Kept back from a payment that the bank has not executed yet. */
    PENDING,
    DONE,
    UNDONE
}
