package ru.mos.clusters.registry;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A fact about a subject over a period.
 *
 * @param to first day on which it no longer holds, null while nothing ends it
 * @param fact {@code SME_STATUS}, {@code CATEGORY}, {@code NAME}, {@code REGION}, {@code MAIN_ACTIVITY},
 *     {@code NEWLY_CREATED}, {@code SOCIAL_ENTERPRISE}, {@code HEADCOUNT}, {@code INCOME}, {@code EXPENSE} or a
 *     {@link FactKind}
 * @param source null where nothing decides
 * @param recordedAt since when we know it
 * @param supersededAt since when we know better; null for what we hold true today
 */
public record HistoryItem(
        LocalDate from,
        @Nullable LocalDate to,
        String fact,
        String value,
        @Nullable FactSource source,
        @Nullable Instant recordedAt,
        @Nullable Instant supersededAt) {}
