package ru.mos.clusters.call.assessment;

/** What is done to an assignment. */
public enum AssignmentAction {
    ACCEPT,
    DECLINE,
    SCORE,
    /** Says a score anew, with a reason, before the discussion closes. */
    CORRECT,
    /** The expert tells of a conflict of interest. */
    DECLARE,
    /** A conflict of interest was found. */
    STOP,
    REPLACE,
    WITHDRAW
}
