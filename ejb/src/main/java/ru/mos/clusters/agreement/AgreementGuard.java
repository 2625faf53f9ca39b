package ru.mos.clusters.agreement;

/** On what condition. */
public enum AgreementGuard {
    NONE,
    ANOTHER_PERSON_AND_SOUND_TERMS,
    REGISTERED_BY_FINANCE_BODY,
    REASON_GIVEN,
    ALL_PAID_AND_ACCEPTED,
    NOTHING_UNDERWAY
}
