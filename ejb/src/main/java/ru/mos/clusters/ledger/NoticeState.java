package ru.mos.clusters.ledger;

/** What has become of a notice. */
public enum NoticeState {
    DRAFT,
    POSTED,
    DISCARDED,
    REVERSED
}
