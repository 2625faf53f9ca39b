package ru.mos.clusters.agreement;

/** Where the money beside the budget's comes from. */
public enum EvidenceSource {
    OWN,
    LOAN,
    INVESTOR,
    LARGE_ENTERPRISE,
    /** Things and work, valued by a document. */
    IN_KIND
}
