package ru.mos.clusters.registry;

/** Whether a subject is in the register of SMEs on a date. */
public enum SmeStatus {
    IN,
    OUT,
    /** Nothing decides about the date. */
    UNKNOWN
}
