package ru.mos.clusters.dashboard;

import static ru.mos.clusters.dashboard.BoardFigure.ACCEPTED;
import static ru.mos.clusters.dashboard.BoardFigure.BUDGET_PAID;
import static ru.mos.clusters.dashboard.BoardFigure.BUDGET_PLANNED;
import static ru.mos.clusters.dashboard.BoardFigure.CLUSTERS;
import static ru.mos.clusters.dashboard.BoardFigure.COMMITTED;
import static ru.mos.clusters.dashboard.BoardFigure.COVERED;
import static ru.mos.clusters.dashboard.BoardFigure.DUE;
import static ru.mos.clusters.dashboard.BoardFigure.DUE_LATER;
import static ru.mos.clusters.dashboard.BoardFigure.DUE_SOON;
import static ru.mos.clusters.dashboard.BoardFigure.ELIGIBLE;
import static ru.mos.clusters.dashboard.BoardFigure.HOURS;
import static ru.mos.clusters.dashboard.BoardFigure.LACKING;
import static ru.mos.clusters.dashboard.BoardFigure.LEFT;
import static ru.mos.clusters.dashboard.BoardFigure.LONGEST_DAYS;
import static ru.mos.clusters.dashboard.BoardFigure.MANUAL;
import static ru.mos.clusters.dashboard.BoardFigure.MEDIAN_DAYS;
import static ru.mos.clusters.dashboard.BoardFigure.NEEDED;
import static ru.mos.clusters.dashboard.BoardFigure.NINETIETH_DAYS;
import static ru.mos.clusters.dashboard.BoardFigure.NOT_ELIGIBLE;
import static ru.mos.clusters.dashboard.BoardFigure.NO_TERM;
import static ru.mos.clusters.dashboard.BoardFigure.OFFERED;
import static ru.mos.clusters.dashboard.BoardFigure.OVERDUE;
import static ru.mos.clusters.dashboard.BoardFigure.OWN_EVIDENCED;
import static ru.mos.clusters.dashboard.BoardFigure.OWN_PLANNED;
import static ru.mos.clusters.dashboard.BoardFigure.PAID;
import static ru.mos.clusters.dashboard.BoardFigure.PIECES;
import static ru.mos.clusters.dashboard.BoardFigure.PLANNED;
import static ru.mos.clusters.dashboard.BoardFigure.RECIPIENTS;
import static ru.mos.clusters.dashboard.BoardFigure.RECORDS;
import static ru.mos.clusters.dashboard.BoardFigure.RESERVED;
import static ru.mos.clusters.dashboard.BoardFigure.RETURNED;
import static ru.mos.clusters.dashboard.BoardFigure.RETURNED_LATER;
import static ru.mos.clusters.dashboard.BoardFigure.ROUBLES;
import static ru.mos.clusters.dashboard.BoardFigure.SHARED;
import static ru.mos.clusters.dashboard.BoardFigure.SHARE_PLANNED;
import static ru.mos.clusters.dashboard.BoardFigure.SHARE_REACHED;
import static ru.mos.clusters.dashboard.BoardFigure.SQUARE_METRES;
import static ru.mos.clusters.dashboard.BoardFigure.STAYING;
import static ru.mos.clusters.dashboard.BoardFigure.UNJUDGED;
import static ru.mos.clusters.dashboard.BoardFigure.UNKNOWN;

import java.util.List;

/** What a board is about. */
public enum Board {
    /** The execution of a budget year: what was planned, and what has become of it in the ledger. */
    BUDGET,
    /** Which share of the cost the budget bears, as agreed and as it came about. */
    COFINANCING,
    /** Support that was decided on. */
    SUPPORT,
    /** How the clusters that exist are judged. */
    ELIGIBILITY,
    /** What was to be done and is open. */
    TERMS,
    /** How long things stay in each state. */
    DURATIONS,
    /** How far the infrastructure offers what sectors need in a year. */
    COVERAGE;

    /** By what its lines can be told, the usual first. */
    public List<BoardBy> groupings() {
        return switch (this) {
            case BUDGET -> List.of(BoardBy.MEASURE, BoardBy.CALL);
            case COFINANCING -> List.of(BoardBy.YEAR, BoardBy.STAGE, BoardBy.PROJECT);
            case SUPPORT -> List.of(BoardBy.FORM, BoardBy.SECTOR, BoardBy.CLUSTER);
            case ELIGIBILITY -> List.of(BoardBy.MONTH, BoardBy.SECTOR);
            case TERMS -> List.of(BoardBy.KIND, BoardBy.ROLE);
            case DURATIONS -> List.of(BoardBy.APPLICATION, BoardBy.AGREEMENT);
            case COVERAGE -> List.of(BoardBy.SERVICE);
        };
    }

    /** Of each line, in the order of the table. */
    public List<BoardFigure> figures() {
        return switch (this) {
            case BUDGET -> List.of(PLANNED, RESERVED, COMMITTED, DUE, PAID, ACCEPTED, RETURNED, RETURNED_LATER);
            case COFINANCING ->
                List.of(BUDGET_PLANNED, OWN_PLANNED, SHARE_PLANNED, BUDGET_PAID, OWN_EVIDENCED, SHARE_REACHED);
            case SUPPORT -> List.of(RECORDS, RECIPIENTS, ROUBLES, SQUARE_METRES, HOURS, PIECES);
            case ELIGIBILITY -> List.of(CLUSTERS, ELIGIBLE, NOT_ELIGIBLE, MANUAL, UNKNOWN, UNJUDGED);
            case TERMS -> List.of(OVERDUE, DUE_SOON, DUE_LATER, NO_TERM);
            case DURATIONS -> List.of(LEFT, MEDIAN_DAYS, NINETIETH_DAYS, STAYING, LONGEST_DAYS);
            case COVERAGE -> List.of(NEEDED, OFFERED, SHARED, LACKING, COVERED);
        };
    }

    /** Whether a year is a part of the question that is this one where nothing is said. */
    public boolean isOfYear() {
        return this == BUDGET || this == COVERAGE;
    }

    /** Whether a year may narrow it. */
    public boolean isNarrowedByYear() {
        return isOfYear() || this == COFINANCING || this == SUPPORT;
    }
}
