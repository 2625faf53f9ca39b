package ru.mos.clusters.call.assessment;

/** Where an invitation or an assignment of an expert stands. */
public enum AssignmentState {
    /** The expert has not answered yet. */
    INVITED,
    /** The expert assesses, or is ready to. */
    ACCEPTED,
    /** The expert has given all scores. */
    SCORED,
    /** The expert would not, or could not go on. */
    DECLINED,
    /** A conflict of interest was declared or found; what was scored does not count. */
    STOPPED,
    /** The expert dropped out midway; what was scored stays on record and does not count. */
    REPLACED,
    /** It was taken back before it was answered. */
    WITHDRAWN
}
