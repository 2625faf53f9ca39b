package ru.mos.clusters.opendata;

/** What has become of a publication. */
public enum PublicationState {
    /** Without faults; waits for a chief. */
    PREPARED,
    /** Something in its files is not as the public schemas want it; it can only be given up. */
    FAULTY,
    PUBLISHED,
    /** No longer to be had. */
    WITHDRAWN,
    /** Given up before it was published. */
    DISCARDED
}
