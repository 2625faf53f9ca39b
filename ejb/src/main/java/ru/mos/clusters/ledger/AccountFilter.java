package ru.mos.clusters.ledger;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts, and as they stood when.
 *
 * @param on null: today
 * @param knownOn null: now
 * @param subject whole, in any case
 */
public record AccountFilter(
        @Nullable LocalDate on,
        @Nullable Instant knownOn,
        @Nullable Stage stage,
        @Nullable Integer year,
        @Nullable String kbk,
        @Nullable String subject) {

    /** All of them. */
    public static AccountFilter at(@Nullable LocalDate on, @Nullable Instant knownOn) {
        return new AccountFilter(on, knownOn, null, null, null, null);
    }
}
