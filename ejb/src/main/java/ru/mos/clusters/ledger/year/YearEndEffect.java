package ru.mos.clusters.ledger.year;

/** What follows for the ledger. */
public enum YearEndEffect {
    LAPSED_AND_REGISTERED_AGAIN,
    NOTHING
}
