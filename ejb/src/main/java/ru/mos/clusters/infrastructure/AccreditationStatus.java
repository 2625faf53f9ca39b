package ru.mos.clusters.infrastructure;

/** How an organisation stands to its accreditation on a date. */
public enum AccreditationStatus {
    /** It never had one. */
    NONE,
    /** One waits for a second person. */
    PROPOSED,
    IN_FORCE,
    /** It had one, which ended. */
    EXPIRED
}
