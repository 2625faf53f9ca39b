package ru.mos.clusters.inkind;

/** Where a request for support in kind stands. */
public enum InKindState {
    ASKED,
    /** What it takes of the offer is reserved. */
    APPROVED,
    /** Days are set, of property by an agreement. */
    SCHEDULED,
    /** Given, as the organisation says. */
    DELIVERED,
    /** Given, as the recipient says: the support is on record. */
    CONFIRMED,
    /** The recipient says otherwise. */
    DISPUTED,
    REFUSED,
    /** By the recipient, before it was decided. */
    WITHDRAWN,
    /** After it was approved: what was reserved is free again. */
    CANCELLED
}
