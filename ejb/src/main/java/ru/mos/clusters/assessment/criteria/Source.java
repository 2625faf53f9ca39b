package ru.mos.clusters.assessment.criteria;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a fact stands; the same in every language.
 *
 * @param date of the release, the extract or the document
 * @param document its number or title
 * @param link number of the release or of the import, id of the fact entered by hand
 */
public record Source(
        Kind kind,
        @Nullable LocalDate date,
        @Nullable String document,
        @Nullable String link) {

    /** What sort of record it is. */
    public enum Kind {
        SME_REGISTER,
        HEADCOUNT,
        INCOME,
        HAND_ENTRY,
        EGRUL,
        BODS,
        /** Read off the registered name. */
        NAME,
        /** Read off the number. */
        NUMBER,
        /** Worked out by these criteria. */
        CRITERIA
    }
}
