package ru.mos.clusters.recipient;

/** Where a file stands. */
public enum BatchState {
    /** Made up; another person has to let it go. */
    PREPARED,
    /** Nothing of it may be sent: it only says what is held back. */
    HELD_ONLY,
    /** May be downloaded and sent; not all of it is answered. */
    RELEASED,
    /** Every document of it is answered. */
    ANSWERED,
    /** Put away: what it held is made up anew. */
    CANCELLED
}
