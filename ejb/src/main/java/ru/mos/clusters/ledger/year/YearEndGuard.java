package ru.mos.clusters.ledger.year;

/** On what condition. */
public enum YearEndGuard {
    /** The year is over, and the caller is not who prepared it. */
    OVER_AND_SECOND_PERSON,
    REASON_GIVEN
}
