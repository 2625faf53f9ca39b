package ru.mos.clusters.project;

/** Where money of a stage comes from. */
public enum FundingSource {
    CITY_BUDGET,
    /** Of the federation, other regions, municipalities: counts as budget. */
    OTHER_BUDGET,
    OWN,
    LOAN,
    INVESTOR,
    LARGE_ENTERPRISE,
    /** Things and work instead of money, valued by a document. */
    IN_KIND;

    /** Whether it counts in the share of the budget. */
    public boolean isBudget() {
        return this == CITY_BUDGET || this == OTHER_BUDGET;
    }
}
