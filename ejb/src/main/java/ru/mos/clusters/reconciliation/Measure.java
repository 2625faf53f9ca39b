package ru.mos.clusters.reconciliation;

/** What is compared. */
public enum Measure {
    /** Promised and not ordered yet; the bank knows nothing of it. */
    COMMITTED(1),
    /** Ordered and not executed. */
    DUE(2),
    /** Money that left the account. */
    PAID(3),
    /** Money that came back to it. */
    RETURNED(4);

    /** In which order they are shown, from 1 on; the same in SQL. */
    private final int position;

    Measure(int position) {
        this.position = position;
    }

    int position() {
        return position;
    }
}
