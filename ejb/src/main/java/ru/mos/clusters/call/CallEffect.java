package ru.mos.clusters.call;

/** What follows from an action besides the next state. */
public enum CallEffect {
    NOTHING,
    SECOND_PERSON_ASKED,
    SECOND_PERSON_NOT_NEEDED,
    EDITION_PUBLISHED,
    DRAFT_FROM_EDITION,
    DRAFT_DROPPED
}
