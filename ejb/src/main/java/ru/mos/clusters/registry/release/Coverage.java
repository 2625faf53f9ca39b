package ru.mos.clusters.registry.release;

/** What the absence of a subject from a register release means. */
public enum Coverage {
    /** The whole register: whoever is absent has left. */
    COMPLETE,
    /** A part of it: absence says nothing. */
    EXTRACT
}
