package ru.mos.clusters.agreement;

/** What follows for the money. */
public enum AgreementEffect {
    NOTHING,
    COMMITTED,
    RESERVATION_RELEASED,
    REMAINDER_RELEASED
}
