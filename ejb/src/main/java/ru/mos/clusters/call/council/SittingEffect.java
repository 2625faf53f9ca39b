package ru.mos.clusters.call.council;

/** What follows besides the next state. */
public enum SittingEffect {
    NOTHING,
    INTERESTED_RECUSED,
    VOTES_COUNTED,
    PROTOCOL_DROPPED
}
