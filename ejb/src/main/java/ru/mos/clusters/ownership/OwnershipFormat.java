package ru.mos.clusters.ownership;

/** What sources of ownership come in. */
public enum OwnershipFormat {
    /** Extracts of the state registers of legal entities (EGRUL) and of entrepreneurs (EGRIP). */
    EGRUL,
    /** Beneficial Ownership Data Standard, 0.4. */
    BODS
}
