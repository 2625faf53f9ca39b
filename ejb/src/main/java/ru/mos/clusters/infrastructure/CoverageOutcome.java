package ru.mos.clusters.infrastructure;

/** How far what is offered covers what is needed. */
public enum CoverageOutcome {
    /** What is offered to the sector is enough. */
    COVERED,
    /** It is enough if the sector gets what others may want too. */
    WITH_SHARED,
    /** It is not enough. */
    SHORT,
    /** Nobody has said how much is needed. */
    NEED_UNKNOWN
}
