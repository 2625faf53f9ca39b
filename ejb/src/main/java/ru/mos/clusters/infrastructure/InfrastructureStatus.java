package ru.mos.clusters.infrastructure;

/** Whether an organisation works on a date. */
public enum InfrastructureStatus {
    FUTURE,
    ACTIVE,
    CLOSED
}
