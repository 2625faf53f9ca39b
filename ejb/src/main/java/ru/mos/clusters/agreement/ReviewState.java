package ru.mos.clusters.agreement;

/** What has become of a review. */
public enum ReviewState {
    OPEN,
    /** The cause is gone. */
    LIFTED,
    /** A chief let this instalment be paid. */
    WAIVED,
    /** The conditions are not met for good: nothing more is paid. */
    CONFIRMED
}
