package ru.mos.clusters.recovery;

/** By which formula results that were missed are paid for. */
public enum PenaltyForm {
    /** Mean shortfall of the missed results, times their share among all. */
    SHARE_OF_MISSED,
    /** Shortfall of each result by itself, added up. */
    EACH_RESULT
}
