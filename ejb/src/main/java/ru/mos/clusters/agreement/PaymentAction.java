package ru.mos.clusters.agreement;

/** What may be done to a payment. */
public enum PaymentAction {
    /** By the one chief that the sum wants. */
    APPROVE,
    /** By the first of two. */
    APPROVE_FIRST,
    /** By the second of two. */
    APPROVE_SECOND,
    CANCEL,
    /** What was ordered. */
    WITHDRAW,
    /** What the bank rejected. */
    REPEAT
}
