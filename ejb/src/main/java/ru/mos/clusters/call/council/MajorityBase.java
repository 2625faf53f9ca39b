package ru.mos.clusters.call.council;

/** Of which votes more than half must be for a motion. */
public enum MajorityBase {
    /** Of those for and against. */
    FOR_AND_AGAINST,
    /** Of all that voted, also who abstained. */
    ALL_VOTES
}
