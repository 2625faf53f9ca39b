package ru.mos.clusters.call.assessment;

/** What becomes of those after the first for whom the money left does not suffice. */
public enum CutRule {
    /** All of them wait in the reserve: nobody is supported while somebody better waits. */
    STRICT,
    /** Whoever fits into what is left is supported; those who do not fit wait. */
    FILL
}
