package ru.mos.clusters.ledger;

/** What a notice of the finance body brings. */
public enum NoticeKind {
    /** Бюджетные ассигнования. */
    APPROPRIATION,
    /** Лимиты бюджетных обязательств, within the appropriations. */
    LIMIT
}
