package ru.mos.clusters.project;

/** What a project is asked before it may be supported, in the order in which it is told. */
public enum ProjectRule {
    /** Each cluster concerned meets the conditions of the Concept. */
    CLUSTER_ELIGIBLE,
    /** No two participants are affiliated, whatever cluster each comes from. */
    PARTICIPANTS_UNAFFILIATED,
    /** The applicant meets the conditions for money of the budget. */
    APPLICANT_CONDITIONS,
    /** No repeated or banned support for who receives. */
    SUPPORT_ALLOWED
}
