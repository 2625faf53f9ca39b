package ru.mos.clusters.ledger;

/** What may be done to a notice. */
public enum NoticeAction {
    POST,
    DISCARD,
    REVERSE
}
