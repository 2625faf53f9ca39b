package ru.mos.clusters.ledger.year;

/** What has become of a year end. */
public enum YearEndState {
    DRAFT,
    CARRIED_OUT,
    DISCARDED
}
