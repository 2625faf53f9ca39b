package ru.mos.clusters.webhook;

/** Whose programs may be told of an event. */
public enum Audience {
    /** Everybody's. */
    ALL,
    /** Those of the organisations that the thing concerns, and the department's. */
    PARTY,
    /** The department's alone. */
    DEPARTMENT
}
