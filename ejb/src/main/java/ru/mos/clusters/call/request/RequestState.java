package ru.mos.clusters.call.request;

/** Where a request stands. */
public enum RequestState {
    OPEN,
    ANSWERED,
    /** The body does not agree, or says that it is not the one to be asked. */
    DISAGREED,
    /** It is not needed any more. */
    REVOKED
}
