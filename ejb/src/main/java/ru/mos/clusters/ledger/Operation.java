package ru.mos.clusters.ledger;

/** What an entry records; how accountants of the budget book it is data of the database. */
public enum Operation {
    /** Stood in the books that were kept before: from the budget straight into each stage. */
    OPENED,
    APPROPRIATED,
    LIMITED,
    RESERVED,
    RELEASED,
    COMMITTED,
    FELL_DUE,
    PAID,
    /** Paid for costs that were accepted before: accounted for at once. */
    REIMBURSED,
    ACCEPTED,
    /** Returned in the year it was paid: reopens the limit. */
    REFUNDED,
    /** Returned in a later year: does not. */
    REFUNDED_LATER,
    LAPSED,
    /** A demand to pay back was issued, or taken back. */
    DEMANDED,
    /** A demand was met. */
    RECOVERED,
    WRITTEN_OFF,
    /** The same as an earlier entry with debit and credit exchanged. */
    REVERSED
}
