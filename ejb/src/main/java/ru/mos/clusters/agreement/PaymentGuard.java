package ru.mos.clusters.agreement;

/** On what condition. */
public enum PaymentGuard {
    /** Not who prepared it. */
    SECOND_PERSON_AND_NO_OBSTACLE,
    /** Not who prepared it, nor who approved it first. */
    THIRD_PERSON_AND_NO_OBSTACLE,
    REASON_GIVEN,
    NO_OBSTACLE
}
