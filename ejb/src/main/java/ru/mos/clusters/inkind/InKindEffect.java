package ru.mos.clusters.inkind;

/** What follows besides. */
public enum InKindEffect {
    NOTHING,
    /** Capacity of the offer. */
    RESERVED,
    /** Capacity and object. */
    FREED,
    /** The object, on the days of the schedule. */
    BOOKED,
    /** The support is on record. */
    RECORDED
}
