package ru.mos.clusters.eligibility.draft;

/** How far a version of the rules has come. */
public enum RuleState {
    /** Somebody writes it. */
    DRAFT,
    /** Anyone concerned may comment on it. */
    OPEN,
    /** The gate has found nothing; it waits for a second person. */
    CHECKED,
    /** It judges from its first day on. */
    PUBLISHED,
    /** A later version judges in its place; follows from dates and is never stored. */
    SUPERSEDED,
    /** It was given up. */
    DISCARDED
}
