package ru.mos.clusters.eligibility.draft;

/** What people do to a draft of the rules. */
public enum DraftEvent {
    EDIT,
    OPEN,
    CHECK,
    PUBLISH,
    DISCARD
}
