package ru.mos.clusters.call;

/** What must be true besides the state and the role. */
public enum CallGuard {
    ANYTIME,
    GATE_PASSED,
    GATE_PASSED_BY_A_SECOND_PERSON,
    REASON_GIVEN,
    NOTHING_AWARDED_AND_REASON_GIVEN,
    DECISIONS_OVER
}
