package ru.mos.clusters.call.decision;

/** What people do to an appeal. */
public enum AppealAction {
    UPHOLD,
    DISMISS,
    WITHDRAW
}
