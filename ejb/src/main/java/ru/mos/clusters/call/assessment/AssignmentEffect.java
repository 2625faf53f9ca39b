package ru.mos.clusters.call.assessment;

/** What follows from an action besides the next state. */
public enum AssignmentEffect {
    NOTHING,
    /** The expert has a task until the last day of assessment. */
    SCORES_ASKED,
    /** Somebody else has to be found. */
    ANOTHER_ASKED,
    /** When it was the last of enough, the application is assessed, or its experts are asked to discuss. */
    COUNTED
}
