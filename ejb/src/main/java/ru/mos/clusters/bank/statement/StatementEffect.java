package ru.mos.clusters.bank.statement;

/** What follows. */
public enum StatementEffect {
    DOCUMENTS_MATCHED,
    NOTHING
}
