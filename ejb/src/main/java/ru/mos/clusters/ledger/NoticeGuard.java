package ru.mos.clusters.ledger;

/** On what condition. */
public enum NoticeGuard {
    SECOND_PERSON,
    REASON_GIVEN
}
