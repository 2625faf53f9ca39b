package ru.mos.clusters.project;

/** What an applicant for money of the budget must be on the day; by which act, the database says. */
public enum ApplicantCondition {
    /** No tax debt above what is allowed. */
    TAX_DEBT,
    /** No overdue debt to the budget. */
    BUDGET_DEBT,
    /** Not being wound up, insolvent or suspended. */
    INSOLVENCY,
    /** Not owned from offshore zones above what is allowed. */
    OFFSHORE,
    /** In no list of terrorists, extremists or sanctions. */
    LISTED,
    FOREIGN_AGENT,
    /** No money for the same purposes by other acts. */
    SAME_MONEY,
    /** Its head is not disqualified. */
    DISQUALIFIED
}
