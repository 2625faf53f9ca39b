package ru.mos.clusters.call;

/** Which of two applications with the same score comes first. */
public enum TieBreak {
    EARLIER_SUBMITTED,
    /** The one with more points by the criterion that the call names. */
    HIGHER_BY_CRITERION,
    LOWER_BUDGET_SHARE,
    COMMISSION_VOTE
}
