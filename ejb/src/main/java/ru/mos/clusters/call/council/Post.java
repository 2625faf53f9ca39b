package ru.mos.clusters.call.council;

/** What somebody is in a body. */
public enum Post {
    CHAIR,
    DEPUTY_CHAIR,
    SECRETARY,
    MEMBER
}
