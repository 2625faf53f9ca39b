package ru.mos.clusters.call.council;

/** What must be true besides the state and the role. */
public enum SittingGuard {
    ANYTIME,
    AGENDA_GIVEN,
    BY_A_MEMBER_WITH_QUORUM,
    NOT_NUMBERED,
    REASON_GIVEN
}
