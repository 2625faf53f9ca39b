package ru.mos.clusters.agreement;

/** What has become of a report on spending. */
public enum ReportState {
    DRAFT,
    SUBMITTED,
    RETURNED,
    ACCEPTED
}
