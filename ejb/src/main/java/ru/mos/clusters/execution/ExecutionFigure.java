package ru.mos.clusters.execution;

/** A figure of the report, as {@link ru.mos.clusters.ledger.ExecutionLine} means it. */
public enum ExecutionFigure {
    RESERVED(false),
    COMMITTED(false),
    DUE(true),
    PAID(true),
    ACCEPTED(true),
    LAPSED(false),
    RETURNED(true),
    RETURNED_LATER(true);

    private final boolean ofPayments;

    ExecutionFigure(boolean ofPayments) {
        this.ofPayments = ofPayments;
    }

    /** Whether each payment tells it. */
    boolean isOfPayments() {
        return ofPayments;
    }
}
