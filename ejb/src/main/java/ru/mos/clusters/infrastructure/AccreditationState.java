package ru.mos.clusters.infrastructure;

/** Where an accreditation stands. */
public enum AccreditationState {
    PROPOSED,
    GIVEN,
    REFUSED
}
