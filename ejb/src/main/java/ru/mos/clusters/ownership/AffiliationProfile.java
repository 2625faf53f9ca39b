package ru.mos.clusters.ownership;

/** Lawful definitions of affiliation. */
public enum AffiliationProfile {
    /** Law 948-1, art. 4, with the group of persons of law 135-ФЗ, art. 9: the default. */
    AFF_948,
    /** Law 135-ФЗ, art. 9: one group of persons. */
    GROUP_135,
    /** Tax Code, art. 105.1: interdependent persons. */
    INTERDEP_105
}
