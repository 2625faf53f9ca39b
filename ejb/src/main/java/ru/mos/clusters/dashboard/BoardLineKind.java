package ru.mos.clusters.dashboard;

/** What a line of a board stands for besides a thing of its grouping. */
public enum BoardLineKind {
    /** All lines together; a thing that stands in two of them is counted once. */
    TOTAL,
    NAMED,
    /** All that belongs to none of them. */
    NONE
}
