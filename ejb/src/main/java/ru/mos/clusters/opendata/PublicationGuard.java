package ru.mos.clusters.opendata;

/** On what condition. */
public enum PublicationGuard {
    /** The caller is not who prepared it, and answers for what looks like a person. */
    SECOND_PERSON,
    REASON_GIVEN
}
