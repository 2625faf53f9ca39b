package ru.mos.clusters.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which entries.
 *
 * @param from first day on which they take effect
 * @param until first day no more
 */
public record EntryFilter(
        @Nullable Operation operation,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {}
