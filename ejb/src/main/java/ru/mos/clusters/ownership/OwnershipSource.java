package ru.mos.clusters.ownership;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a fact of ownership stands.
 *
 * @param importId number of the import; null for hand entry
 * @param date the day of the extract, or the date of the document
 * @param document its number in the source, or title and number of the paper
 * @param record number of the register's record (ГРН)
 */
public record OwnershipSource(
        Kind kind,
        @Nullable Long importId,
        @Nullable String file,
        @Nullable LocalDate date,
        @Nullable String document,
        @Nullable String record,
        @Nullable Integer line) {

    /** What sort of source it is. */
    public enum Kind {
        EGRUL,
        BODS,
        HAND_ENTRY,
        /** Only thought of. */
        SUPPOSITION
    }
}
