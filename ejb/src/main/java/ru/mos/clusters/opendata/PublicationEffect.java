package ru.mos.clusters.opendata;

/** What follows. */
public enum PublicationEffect {
    /** Anybody may have its files, and they are the latest. */
    FILES_OPEN,
    /** Nobody may have them; the publication before is the latest. */
    FILES_SHUT,
    NOTHING
}
