package ru.mos.clusters.eligibility.rule;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a fact stands, so that anyone can look it up; the same in every language.
 *
 * @param date of the release or the document
 * @param reference what finds it again: an id, a file name, the title and number of a document
 */
public record Source(
        Kind kind, @Nullable LocalDate date, @Nullable String reference) implements java.io.Serializable {

    /** Nothing is on record. */
    public static final Source NONE = new Source(Kind.NO_RECORD, null, null);

    /** What sort of record it is. */
    public enum Kind {
        /** A release of the tax service's SME register. */
        SME_RELEASE,
        /** A fact entered by hand from a document. */
        HAND_ENTRY,
        /** An extract of the state register of legal entities or of entrepreneurs. */
        STATE_REGISTER_EXTRACT,
        /** A statement of BODS, the standard of ownership data. */
        OWNERSHIP_STATEMENT,
        /** The record of the cluster itself. */
        CLUSTER_RECORD,
        /** A charter, rules or protocol filed with the cluster. */
        CLUSTER_DOCUMENT,
        /** Read off the registered name. */
        ORGANISATION_NAME,
        /** A person's recorded conclusion. */
        CONCLUSION,
        /** A signed declaration of owners and executives. */
        DECLARATION,
        /** Worked out by the criteria of the law. */
        CRITERIA_OF_LAW,
        /** Only thought of. */
        SUPPOSITION,
        NO_RECORD
    }
}
