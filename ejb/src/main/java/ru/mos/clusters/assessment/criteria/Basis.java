package ru.mos.clusters.assessment.criteria;

import org.jspecify.annotations.Nullable;

/**
 * The paragraph behind a limit or a reading, and how sure we are of it.
 *
 * @param note what a lawyer should confirm; in Russian, the language of the law
 */
public record Basis(
        String act,
        String paragraph,
        Certainty certainty,
        @Nullable String note) {

    /** How a row of the law is known. */
    public enum Certainty {
        /** Read in a public source. */
        FOUND,
        KNOWN_HIGH,
        KNOWN_MEDIUM,
        KNOWN_LOW
    }
}
