package ru.mos.clusters.call.council;

/** How far a sitting is. */
public enum SittingState {
    /** Its agenda is being put together. */
    PLANNED,
    /** It is in session: attendance is noted, motions are made and voted on. */
    OPEN,
    /** Nobody votes any more; its protocol can be drawn up. */
    CLOSED,
    /** It was called off. */
    CANCELLED
}
