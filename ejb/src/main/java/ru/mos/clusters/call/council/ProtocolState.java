package ru.mos.clusters.call.council;

/** How far a protocol is. */
public enum ProtocolState {
    /** Drawn up; it follows what the sitting says. */
    DRAFT,
    /** It bears a number and never changes. */
    NUMBERED,
    /** The signed paper is kept with it. */
    SIGNED,
    /** It was given up before it bore a number. */
    DROPPED
}
