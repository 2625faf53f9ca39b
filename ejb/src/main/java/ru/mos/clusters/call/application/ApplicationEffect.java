package ru.mos.clusters.call.application;

/** What follows from an action besides the next state. */
public enum ApplicationEffect {
    NOTHING,
    /** A task for the second person of the applicant. */
    CERTIFICATION_ASKED,
    CERTIFICATION_DROPPED,
    /** A round is kept with its receipt; the formal check is asked for. */
    RECEIVED,
    /** A task with a term for the applicant. */
    CORRECTION_ASKED,
    /** Who checked is kept. */
    CHECK_DONE,
    /** Open tasks are closed. */
    TASKS_DROPPED
}
