package ru.mos.clusters.call.council;

/** What must be true besides the state and the role. */
public enum ProtocolGuard {
    ANYTIME,
    SITTING_CLOSED,
    SCAN_GIVEN_BY_A_SECOND_PERSON
}
