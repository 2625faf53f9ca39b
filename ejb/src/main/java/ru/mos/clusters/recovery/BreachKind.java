package ru.mos.clusters.recovery;

/** What went wrong. */
public enum BreachKind {
    /** Spent on something else than it was given for. */
    MISUSE,
    /** Given on statements that were not true. */
    FALSE_DATA,
    CONDITION_BREACHED,
    /** Not spent, or spent without papers that could be accepted. */
    UNACCOUNTED,
    /** Results stayed below what was promised: a penalty by formula, no full return. */
    RESULT_MISSED
}
