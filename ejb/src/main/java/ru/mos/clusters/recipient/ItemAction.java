package ru.mos.clusters.recipient;

/** What a document of a file tells that was not told before. */
public enum ItemAction {
    CREATE,
    CORRECT,
    STOP,
    VIOLATION
}
