package ru.mos.clusters.call;

/** What people do to a call. */
public enum CallAction {
    EDIT,
    CHECK,
    PUBLISH,
    DISCARD,
    AMEND,
    CANCEL,
    COMPLETE
}
