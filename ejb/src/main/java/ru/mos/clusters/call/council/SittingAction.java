package ru.mos.clusters.call.council;

/** What people do to a sitting. */
public enum SittingAction {
    /** Change its date, place or agenda. */
    EDIT,
    OPEN,
    /** Note who is there. */
    ATTEND,
    /** Make a motion about an application. */
    MOVE,
    /** Declare or find that somebody may not vote. */
    RECUSE,
    VOTE,
    CLOSE,
    REOPEN,
    CANCEL
}
