package ru.mos.clusters.agreement.fulfilment;

/** What has become of a fact that was entered. */
public enum FulfilmentState {
    ENTERED,
    ACCEPTED,
    REJECTED
}
