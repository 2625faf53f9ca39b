package ru.mos.clusters.dashboard;

/** A figure of a line; where the ledger knows it, it means what it means there. */
public enum BoardFigure {
    /** By the plan of the programme for a measure, as announced for a call. */
    PLANNED(Measure.ROUBLES),
    RESERVED(Measure.ROUBLES),
    COMMITTED(Measure.ROUBLES),
    DUE(Measure.ROUBLES),
    PAID(Measure.ROUBLES),
    ACCEPTED(Measure.ROUBLES),
    /** In the same year: paid no longer. */
    RETURNED(Measure.ROUBLES),
    RETURNED_LATER(Measure.ROUBLES),
    /** Instalments of the editions of agreements in force on the day. */
    BUDGET_PLANNED(Measure.ROUBLES),
    /** Own money that is to be evidenced for them. */
    OWN_PLANNED(Measure.ROUBLES),
    SHARE_PLANNED(Measure.PERCENT),
    /** Executed by the bank up to the day, whether it came back or not. */
    BUDGET_PAID(Measure.ROUBLES),
    /** Accepted as evidence up to the day. */
    OWN_EVIDENCED(Measure.ROUBLES),
    SHARE_REACHED(Measure.PERCENT),
    RECORDS(Measure.COUNT),
    /** Each counted once. */
    RECIPIENTS(Measure.COUNT),
    ROUBLES(Measure.ROUBLES),
    SQUARE_METRES(Measure.AMOUNT),
    HOURS(Measure.AMOUNT),
    PIECES(Measure.AMOUNT),
    CLUSTERS(Measure.COUNT),
    ELIGIBLE(Measure.COUNT),
    NOT_ELIGIBLE(Measure.COUNT),
    MANUAL(Measure.COUNT),
    UNKNOWN(Measure.COUNT),
    /** Of whom no verdict was kept. */
    UNJUDGED(Measure.COUNT),
    OVERDUE(Measure.COUNT),
    /** On the day or in the seven days after it. */
    DUE_SOON(Measure.COUNT),
    DUE_LATER(Measure.COUNT),
    NO_TERM(Measure.COUNT),
    /** Stays in the state that had ended by the day. */
    LEFT(Measure.COUNT),
    MEDIAN_DAYS(Measure.DAYS),
    /** Nine of ten of those stays were no longer: the 90th percentile. */
    NINETIETH_DAYS(Measure.DAYS),
    /** In the state on the day. */
    STAYING(Measure.COUNT),
    /** Since when the one that is in it longest, in days. */
    LONGEST_DAYS(Measure.DAYS),
    NEEDED(Measure.AMOUNT),
    /** To a sector of its own. */
    OFFERED(Measure.AMOUNT),
    /** To any sector. */
    SHARED(Measure.AMOUNT),
    /** After all that is offered to it and shared. */
    LACKING(Measure.AMOUNT),
    COVERED(Measure.PERCENT);

    private final Measure measure;

    BoardFigure(Measure measure) {
        this.measure = measure;
    }

    /** In what it is measured. */
    public Measure measure() {
        return measure;
    }

    /** In what a figure is measured. */
    public enum Measure {
        ROUBLES,
        COUNT,
        DAYS,
        PERCENT,
        /** In the unit of the line. */
        AMOUNT
    }
}
