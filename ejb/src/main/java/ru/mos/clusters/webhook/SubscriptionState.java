package ru.mos.clusters.webhook;

/** Whether events are sent to a receiver now; while it is paused they gather. */
public enum SubscriptionState {
    ACTIVE,
    PAUSED
}
