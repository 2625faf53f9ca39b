package ru.mos.clusters.ledger;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The execution of which budget year, as it stood when.
 *
 * @param year null: of the day
 * @param on null: today
 * @param knownOn null: now
 * @param kbk null: every code
 */
public record ExecutionFilter(
        @Nullable Integer year,
        @Nullable LocalDate on,
        @Nullable Instant knownOn,
        @Nullable String kbk) {}
