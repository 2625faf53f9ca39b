package ru.mos.clusters.ownership.graph;

/** Whether two parties are affiliated. */
public enum PairVerdict {
    /** By sure facts alone. */
    AFFILIATED,
    /** Whatever the missing facts are. */
    NOT_AFFILIATED,
    /** Missing facts could link them. */
    UNKNOWN,
    /** Only persons of the same name could link them: a human decides whether they are one. */
    MANUAL
}
