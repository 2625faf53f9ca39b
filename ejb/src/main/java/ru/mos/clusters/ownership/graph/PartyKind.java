package ru.mos.clusters.ownership.graph;

/** What a party is; only organisations have owners and bodies. */
public enum PartyKind {
    LEGAL_ENTITY,
    PERSON,
    FOREIGN_ENTITY,
    /** The Federation, a subject of it, a municipality. */
    PUBLIC_BODY,
    FUND,
    OTHER;

    /** Whether somebody can own or direct it, so that not knowing who matters. */
    boolean isOwned() {
        return this != PERSON && this != PUBLIC_BODY;
    }
}
