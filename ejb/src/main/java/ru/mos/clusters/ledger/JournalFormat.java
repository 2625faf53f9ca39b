package ru.mos.clusters.ledger;

/** Programs of plain-text accounting that can add the books up on their own. */
public enum JournalFormat {
    /** As {@code hledger check --strict} accepts it. */
    HLEDGER,
    /** As {@code bean-check} accepts it. */
    BEANCOUNT
}
