package ru.mos.clusters.recovery;

/** On what condition. */
public enum RecoveryGuard {
    /** Not who drew it up. */
    SECOND_PERSON,
    REASON_GIVEN,
    NOTHING_MET_AND_REASON_GIVEN,
    DOCUMENT_AND_TERMS_THAT_ADD_UP,
    PAYMENT_OF_THE_SAME_BUDGET,
    DOCUMENT_AND_REASON
}
