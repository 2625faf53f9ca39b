package ru.mos.clusters.call.application;

/** Where an application stands. */
public enum ApplicationState {
    /** Somebody writes it. */
    DRAFT,
    /** Signed; a second person of the applicant is to certify it. */
    AWAITING_CERTIFICATION,
    /** Received; its formal check is to be done. */
    SUBMITTED,
    /** The applicant corrects it within a term of its own. */
    RETURNED,
    /** The correction is signed; a second person of the applicant is to certify it. */
    CORRECTION_SIGNED,
    /** The formal check found nothing; it is assessed. */
    ADMITTED,
    /** The formal check ended it, on a ground that is cited. */
    INADMISSIBLE,
    /** Scores and opinion are complete. */
    ASSESSED,
    AWARDED,
    /** It would be supported if there were money. */
    RESERVED,
    REFUSED,
    /** The applicant took it back. */
    WITHDRAWN,
    /** The call was called off. */
    CANCELLED
}
