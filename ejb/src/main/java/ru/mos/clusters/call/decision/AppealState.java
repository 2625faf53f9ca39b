package ru.mos.clusters.call.decision;

/** How far an appeal is. */
public enum AppealState {
    LODGED,
    /** The refusal falls; the application is heard anew. */
    UPHELD,
    /** The refusal stands. */
    DISMISSED,
    /** The applicant took it back. */
    WITHDRAWN
}
