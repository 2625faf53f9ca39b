package ru.mos.clusters.ledger.opening;

/** What follows for the ledger. */
public enum OpeningEffect {
    BALANCES_TAKEN_ON,
    /** What the rows stand for may be entered anew. */
    ROWS_FREE_AGAIN
}
