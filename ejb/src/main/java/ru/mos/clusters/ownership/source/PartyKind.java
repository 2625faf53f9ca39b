package ru.mos.clusters.ownership.source;

/** What sort of owner or owned a party is. An entrepreneur is a {@link #PERSON} with a number of its own register. */
public enum PartyKind {
    LEGAL_ENTITY,
    PERSON,
    FOREIGN_ENTITY,
    /** The federation, a region, a municipality. */
    PUBLIC_BODY,
    /** Property without a person's rights: a unit investment fund. */
    FUND,
    /** An arrangement that is nobody: a trust, an investment partnership. */
    OTHER
}
