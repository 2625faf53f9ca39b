package ru.mos.clusters.bank.statement;

/** What has become of a statement. */
public enum StatementState {
    ACCEPTED,
    FLAGGED,
    DISCARDED
}
