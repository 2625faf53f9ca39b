package ru.mos.clusters.project;

/** Whether an activity is research or development in the sense of the law. */
public enum ActivityKind {
    /** НИР. */
    RESEARCH,
    /** ОКР. */
    DEVELOPMENT,
    OTHER
}
