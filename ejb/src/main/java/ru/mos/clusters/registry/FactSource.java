package ru.mos.clusters.registry;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a fact comes from, in no language: a document in a release, or a document that somebody entered by hand.
 *
 * @param release number of the release, null for hand entry
 * @param file name of the release as uploaded
 * @param date the day whose state the release shows, or the date of the document
 * @param document id of the document in the release ({@code ИдДок}), or title and number of the paper
 * @param fact the fact entered by hand, null for a release
 */
public record FactSource(
        Kind kind,
        @Nullable Long release,
        @Nullable String file,
        @Nullable LocalDate date,
        @Nullable String document,
        @Nullable UUID fact)
        implements java.io.Serializable {

    /** What sort of record it is. */
    public enum Kind {
        SME_REGISTER,
        HEADCOUNT,
        INCOME,
        HAND_ENTRY
    }
}
