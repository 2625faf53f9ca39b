package ru.mos.clusters.project;

/** The fourteen directions of joint projects, in the order of the Concept. */
public enum ProjectDirection {
    TERRITORY,
    SHARED_RESOURCES,
    PRODUCTION_SETUP,
    SUPPLY_SUBCONTRACTING,
    SCALE_UP,
    MARKETING,
    EFFICIENCY_QUALITY,
    STAFF,
    EXPANSION,
    MANAGEMENT,
    INVESTMENT,
    RISK,
    EXPORT,
    /** Needs a text and an approval. */
    OTHER
}
