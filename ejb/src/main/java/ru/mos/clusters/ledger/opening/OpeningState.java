package ru.mos.clusters.ledger.opening;

/** What has become of opening balances. */
public enum OpeningState {
    PREPARED,
    POSTED,
    CANCELLED
}
