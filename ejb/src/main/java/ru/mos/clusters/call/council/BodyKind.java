package ru.mos.clusters.call.council;

/** What a body is for. */
public enum BodyKind {
    /** Advises: the public expert council (ОЭС). */
    EXPERT_COUNCIL,
    /** Decides: the commission for the support of small and medium enterprises. */
    COMMISSION
}
