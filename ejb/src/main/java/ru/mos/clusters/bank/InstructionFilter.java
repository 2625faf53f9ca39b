package ru.mos.clusters.bank;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which instructions are meant; null: whichever.
 *
 * @param from first day of payment orders
 * @param until day before which they were made
 * @param text part of the payee's name, or its INN or the number from the beginning
 */
public record InstructionFilter(
        @Nullable InstructionState state,
        @Nullable Source source,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable String text) {

    /** All of them. */
    public static final InstructionFilter ALL = new InstructionFilter(null, null, null, null, null);

    /** All of one source. */
    public static InstructionFilter of(Source source) {
        return new InstructionFilter(null, source, null, null, null);
    }
}
