package ru.mos.clusters.call;

/** Whether a subsidy is given for costs to come or for costs borne (Budget Code, articles 78 and 78.1: "financial provision" or "reimbursement"). */
public enum FundingMode {
    /** Paid first, accounted for afterwards. */
    ADVANCE,
    /** Paid for what was spent and accepted. */
    REIMBURSEMENT
}
