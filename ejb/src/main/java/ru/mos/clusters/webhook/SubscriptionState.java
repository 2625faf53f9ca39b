package ru.mos.clusters.webhook;

/** Whether events are sent to a receiver. */
public enum SubscriptionState {
    ACTIVE,
    /** Not now; they gather. */
    PAUSED,
    /** Never again; what was sent can be looked up. */
    CLOSED
}
