package ru.mos.clusters.ledger;

/** What follows for the ledger. */
public enum NoticeEffect {
    ENTRIES_POSTED,
    ENTRIES_REVERSED,
    NOTHING
}
