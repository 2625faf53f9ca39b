package ru.mos.clusters.call.request;

/** For or against whom an answer speaks. */
public enum RequestOutcome {
    FAVOURABLE,
    ADVERSE,
    NEUTRAL
}
