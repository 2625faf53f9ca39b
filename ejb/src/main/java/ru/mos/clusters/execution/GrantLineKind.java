package ru.mos.clusters.execution;

/** What a line of the report stands for. */
public enum GrantLineKind {
    /** All lines together. */
    TOTAL,
    /** A measure, call, agreement or participant. */
    NAMED,
    /** A decision on which no agreement was drawn up, or an agreement known by its paper only. */
    SUBJECT,
    /** What belongs to no call of this system, such as opening balances. */
    OUTSIDE
}
