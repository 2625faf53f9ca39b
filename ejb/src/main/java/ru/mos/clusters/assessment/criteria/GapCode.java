package ru.mos.clusters.assessment.criteria;

/** What is not known and could decide. */
public enum GapCode {
    /** The law on SMEs was not in force. */
    NO_LAW,
    LEGAL_FORM,
    /** Of which sort the cooperative is. */
    COOPERATIVE_KIND,
    OWNERS,
    SHAREHOLDERS_OF_AO,
    WITHHELD,
    EXTRACT_TOO_OLD,
    BETWEEN_EXTRACTS,
    NO_EXTRACT,
    SHARE,
    SOURCES_DISAGREE,
    /** Owners lie further up than was looked. */
    WORK_LIMIT,
    /** Whether an owner is itself an SME. */
    OWNER_STANDING,
    HEADCOUNT,
    HEADCOUNT_ALL,
    INCOME,
    REVENUE,
    MAIN_ACTIVITY,
    MAIN_ACTIVITY_SHARE,
    /** The category valid before the years that are known. */
    EARLIER_CATEGORY
}
