package ru.mos.clusters.cluster.joining;

/** What can be done with an application. */
public enum ApplicationEvent {
    ADMIT,
    REFUSE,
    WITHDRAW,
    /** Takes a refusal back: on appeal, or because it was recorded by mistake. */
    ANNUL
}
