package ru.mos.clusters.assessment.criteria;

/** What a criterion comes to. */
public enum Outcome {
    MET,
    NOT_MET,
    /** What is missing could decide it either way. */
    UNKNOWN
}
