package ru.mos.clusters.call.application;

/** What must be true besides the state and the role. */
public enum ApplicationGuard {
    ANYTIME,
    /** The call has not ended and its intake is not over. */
    CALL_OPEN,
    /** All sections are complete, the project is without faults, the signatory's mandate holds today, intake is open. */
    COMPLETE_AND_MANDATED,
    /** The same of a correction, within its own term. */
    CORRECTION_COMPLETE_IN_TERM,
    /** By another person than signed, before intake ends. */
    IN_TIME_BY_A_SECOND_PERSON,
    /** By another person than signed, within the term of the correction. */
    CORRECTION_IN_TERM_BY_A_SECOND_PERSON,
    RETURNS_LEFT_AND_REMARKS_GIVEN,
    PROJECT_CHECK_PASSED,
    GROUND_CITED,
    REASON_GIVEN,
    /** The commission has adopted nothing about it that still waits to be carried out. */
    NOTHING_VOTED_AND_REASON_GIVEN,
    /** Scores were taken out for a conflict of interest, and fewer count than the call asks for. */
    SCORES_MISSING
}
