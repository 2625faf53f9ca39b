package ru.mos.clusters.project;

/** Who shows that a condition is met, or is not. */
public enum EvidenceSource {
    /** A document on paper. */
    PAPER,
    /** The answer of another body to a request. */
    INTERAGENCY
}
