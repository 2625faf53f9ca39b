package ru.mos.clusters.call.assessment;

/** What must be true besides the state and the role; an expert only ever acts on assignments of their own. */
public enum AssignmentGuard {
    /** Nothing speaks against the expert on the day, and the application is still assessed. */
    NO_CONFLICT,
    REASON_GIVEN,
    /** Every criterion has points of its scale, each with a reason. */
    ALL_SCORED,
    /** The same, with a reason for the correction, while the application is still assessed. */
    ALL_SCORED_AND_REASON_GIVEN,
    CONFLICT_FOUND,
    /** With a reason, while the application is still assessed. */
    REASON_GIVEN_WHILE_ASSESSED
}
