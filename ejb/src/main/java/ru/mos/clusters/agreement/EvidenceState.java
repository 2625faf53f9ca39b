package ru.mos.clusters.agreement;

/** What has become of a document that shows own money. */
public enum EvidenceState {
    ENTERED,
    ACCEPTED,
    REJECTED
}
