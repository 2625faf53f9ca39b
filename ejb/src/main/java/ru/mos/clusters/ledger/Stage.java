package ru.mos.clusters.ledger;

/**
 * How far money has come on its way, or where it left it; each is a kind of account. The names, and which side an account must
 * not leave, are data of the database.
 *
 * <p>Source: Budget Code, articles 217 to 219.
 */
public enum Stage {
    /** What the budget law gives; the source of all, and so in credit. */
    BUDGET,
    /** Бюджетные ассигнования, as far as no limits were given within them. */
    APPROPRIATION,
    /** Лимиты бюджетных обязательств, as far as they are free. */
    LIMIT,
    /** Taken from the limits by a decision; an account for each. */
    RESERVED,
    /** Бюджетное обязательство, as far as nothing is due yet. */
    COMMITTED,
    /** Денежное обязательство, not paid yet. */
    DUE,
    /** Кассовый расход, as far as no report is accepted. */
    PAID,
    /** Paid, and the report accepted. */
    ACCEPTED,
    /** Ended with its year. */
    LAPSED,
    /** Returned in a later year: income of the budget. */
    INCOME,
    /** Demanded back; beside the way of the money, and in credit. */
    CLAIMED,
    /** Demanded back and still expected. */
    RECOVERABLE,
    /** Demanded back, and it came. */
    RECOVERED,
    /** Demanded back and written off. */
    FORGONE
}
