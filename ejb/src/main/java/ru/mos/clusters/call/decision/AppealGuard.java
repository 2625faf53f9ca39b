package ru.mos.clusters.call.decision;

/** What must be true besides the state and the role. */
public enum AppealGuard {
    OWN_APPLICATION,
    REASON_GIVEN_BY_WHO_TOOK_NO_PART
}
