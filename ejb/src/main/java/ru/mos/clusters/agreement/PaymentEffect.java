package ru.mos.clusters.agreement;

/** What follows for the money. */
public enum PaymentEffect {
    NOTHING,
    /** Due in the ledger, instructed at the bank. */
    ORDERED,
    /** Committed again, the instruction withdrawn. */
    ORDER_TAKEN_BACK
}
