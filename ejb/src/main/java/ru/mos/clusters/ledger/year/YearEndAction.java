package ru.mos.clusters.ledger.year;

/** What may be done to a year end. */
public enum YearEndAction {
    CARRY_OUT,
    DISCARD
}
