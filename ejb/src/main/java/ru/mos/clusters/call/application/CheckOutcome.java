package ru.mos.clusters.call.application;

/** What a formal check comes to. */
public enum CheckOutcome {
    RETURNED,
    ADMITTED,
    INADMISSIBLE
}
