package ru.mos.clusters.call.application;

/**
 * What an applicant declares of itself on the day of submission.
 *
 * <p>Source: 1781-ПП, conditions of applicants; 152-ФЗ for the consent.
 */
public enum ApplicantDeclaration {
    /** Tax debt on the single account none, or within the limit of the act. */
    TAX_DEBT_WITHIN_LIMIT,
    NO_OVERDUE_BUDGET_DEBT,
    /** Not in liquidation, insolvency or suspension. */
    NOT_INSOLVENT,
    /** Offshore companies do not hold more than the act allows. */
    NOT_OFFSHORE,
    /** Not in lists of terrorists, extremists or sanctions. */
    NOT_LISTED,
    NOT_FOREIGN_AGENT,
    /** No money for the same purposes by other acts. */
    NO_OTHER_SUPPORT,
    HEAD_NOT_DISQUALIFIED,
    DATA_TRUE,
    CONSENT_TO_PUBLICATION
}
