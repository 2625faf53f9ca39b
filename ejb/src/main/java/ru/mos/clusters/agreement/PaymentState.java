package ru.mos.clusters.agreement;

/** What has become of a payment. */
public enum PaymentState {
    PREPARED,
    /** By one chief; the sum wants a second. */
    APPROVED,
    /** The instruction has been issued. */
    ORDERED,
    EXECUTED,
    /** By the bank; still due. */
    REJECTED,
    CANCELLED
}
