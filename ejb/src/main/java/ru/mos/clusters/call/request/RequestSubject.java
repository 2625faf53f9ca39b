package ru.mos.clusters.call.request;

/** What is asked. */
public enum RequestSubject {
    TAX_DEBT,
    INSOLVENCY,
    SANCTIONS,
    /** What a body thinks of the project. */
    OPINION,
    /** Whether a body agrees. */
    AGREEMENT
}
