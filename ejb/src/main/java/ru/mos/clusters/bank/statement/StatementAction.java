package ru.mos.clusters.bank.statement;

/** What may be done to a statement. */
public enum StatementAction {
    ACCEPT,
    DISCARD
}
