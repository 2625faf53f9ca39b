package ru.mos.clusters.recipient;

/** What follows. */
public enum BatchEffect {
    FILE_OFFERED,
    RECORDS_FREE_AGAIN,
    NUMBERS_RECORDED
}
