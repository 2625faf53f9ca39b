package ru.mos.clusters.ledger.opening;

/** On what condition. */
public enum OpeningGuard {
    /** The caller is not who prepared them. */
    SECOND_PERSON,
    REASON_GIVEN
}
