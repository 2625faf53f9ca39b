package ru.mos.clusters.bank.file;

/** Files in which a statement comes. */
public enum StatementFormat {
    CLIENT_BANK_1C,
    CAMT_053
}
