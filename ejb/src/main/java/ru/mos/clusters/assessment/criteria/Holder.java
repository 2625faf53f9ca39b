package ru.mos.clusters.assessment.criteria;

/** Who holds a share, as the ownership condition tells holders apart. */
public enum Holder {
    PERSON,
    FOREIGN_CITIZEN,
    PUBLIC_BODY,
    /** Non-governmental and religious organisations, charities and other funds. */
    FUND_OR_NGO,
    /** Its shares are in no sum. */
    INVESTMENT_FUND,
    FOREIGN_ENTITY,
    /** Within the limits of medium enterprises and not offshore. */
    HARMLESS_FOREIGN_ENTITY,
    SME_ENTITY,
    NON_SME_ENTITY
}
