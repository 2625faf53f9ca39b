package ru.mos.clusters.call.council;

/** How a member votes on a motion. */
public enum Choice {
    FOR,
    AGAINST,
    ABSTAINED
}
