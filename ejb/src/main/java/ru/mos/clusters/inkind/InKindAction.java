package ru.mos.clusters.inkind;

/** What may be done to a request. */
public enum InKindAction {
    /** Decides that what the check could not tell is no hindrance. */
    RELEASE,
    APPROVE,
    REFUSE,
    WITHDRAW,
    SCHEDULE,
    DELIVER,
    CONFIRM,
    DISPUTE,
    CANCEL
}
