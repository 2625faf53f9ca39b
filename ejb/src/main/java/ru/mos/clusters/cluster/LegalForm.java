package ru.mos.clusters.cluster;

/** Legal form of a cluster organisation. Which of them can have members at all is a parameter of the verdict. */
public enum LegalForm {
    ASSOCIATION,
    UNION,
    NON_PROFIT_PARTNERSHIP,
    PUBLIC_ORGANISATION,
    COOPERATIVE,
    LIMITED_LIABILITY_COMPANY,
    JOINT_STOCK_COMPANY,
    BUSINESS_PARTNERSHIP,
    AUTONOMOUS_NON_PROFIT,
    FOUNDATION,
    INSTITUTION,
    UNITARY_ENTERPRISE
}
