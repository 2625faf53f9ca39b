package ru.mos.clusters.webhook;

/** What has become of an event on its way to a receiver. */
public enum DeliveryState {
    /** Not taken yet; tried again, or behind an earlier event of the same thing. */
    WAITING,
    /** Taken by the receiver. */
    DELIVERED,
    /** Given up after the last try; can be sent anew by a person. */
    DEAD
}
