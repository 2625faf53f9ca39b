package ru.mos.clusters.registry;

/** Legal forms in which a cluster organisation is met. */
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
