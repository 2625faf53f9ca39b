package ru.mos.clusters.opendata;

/** What is done to a publication. */
public enum PublicationAction {
    PUBLISH,
    DISCARD,
    WITHDRAW
}
