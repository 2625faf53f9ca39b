package ru.mos.clusters.recipient;

/** What may be done to a file. */
public enum BatchAction {
    RELEASE,
    CANCEL,
    ANSWER
}
