package ru.mos.clusters.inkind;

/** On what condition. */
public enum InKindGuard {
    /** The check is in doubt, and a document says why that is no hindrance. */
    DOUBT_AND_DOCUMENT,
    /** The check lets it pass, and the offer holds as much. */
    CHECK_AND_CAPACITY,
    REASON_GIVEN,
    /** Within the reserved days; of property by an agreement. */
    RESERVED_DAYS,
    /** No more than was approved, its value by a document. */
    VALUE_BY_DOCUMENT,
    /** By somebody who acts for the recipient. */
    RECIPIENT
}
