package ru.mos.clusters.bank.statement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which documents are meant; null: whichever.
 *
 * @param placed whether it executes an instruction or is assigned
 * @param from first day of booking
 * @param until day before which they were booked
 * @param text part of the other side's name, or its INN from the beginning, or the number
 */
public record DocumentFilter(
        @Nullable Boolean incoming,
        @Nullable Boolean placed,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable String text) {

    /** Money that came in and that nobody said what for. */
    public static final DocumentFilter UNASSIGNED_RECEIPTS = new DocumentFilter(true, false, null, null, null);
}
