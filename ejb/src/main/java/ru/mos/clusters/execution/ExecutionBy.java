package ru.mos.clusters.execution;

/** By what the execution of a budget year is told. */
public enum ExecutionBy {
    /** Of the plan of a programme. */
    MEASURE,
    CALL,
    /** With what the decision before it reserved; decisions without one by themselves. */
    AGREEMENT,
    /**
     * Who was paid: each participant where the call pays each, the party to the agreement elsewhere. What is reserved, committed and
     * lapsed is so of an agreement as a whole.
     */
    PARTICIPANT;

    /** Whether that is known of each line. */
    public boolean tells(ExecutionFigure figure) {
        return this != PARTICIPANT || figure.isOfPayments();
    }
}
