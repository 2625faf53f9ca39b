package ru.mos.clusters.recipient;

/** On what condition. */
public enum BatchGuard {
    /** The caller is not who prepared it, and it holds a document. */
    SECOND_PERSON,
    REASON_GIVEN,
    /** Every document that is answered is one of the file. */
    DOCUMENTS_KNOWN
}
