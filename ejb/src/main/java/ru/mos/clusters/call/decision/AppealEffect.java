package ru.mos.clusters.call.decision;

/** What follows besides the next state. */
public enum AppealEffect {
    NOTHING,
    APPLICATION_REINSTATED
}
