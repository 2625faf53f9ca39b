package ru.mos.clusters.registry.release;

/** Where the import of a release stands. */
public enum ReleaseState {
    /** Waits for its turn. */
    QUEUED,
    /** Is being read or merged. */
    RUNNING,
    /** In force. */
    COMPLETED,
    /** Cannot be trusted as a whole; nothing changed. */
    REFUSED,
    /** Failed by our fault; can be restarted. */
    FAILED,
    /** Stopped by a person; can be restarted. */
    STOPPED,
    /** Was in force and is no longer. */
    WITHDRAWN
}
