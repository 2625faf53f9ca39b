package ru.mos.clusters.agreement;

/** What has become of an account to pay to. */
public enum PayeeAccountState {
    ENTERED,
    CONFIRMED,
    REJECTED,
    /** Another is paid to now. */
    REPLACED
}
