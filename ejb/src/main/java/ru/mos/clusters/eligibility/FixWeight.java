package ru.mos.clusters.eligibility;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.FixView.StepKind;

/**
 * What a kind of change costs those concerned, in units of its own: the cheapest fix is the one with the least sum.
 *
 * @param from first day on which it counts
 * @param by login of who set it; null where it came with the product, as then is {@code recordedAt}
 */
public record FixWeight(
        StepKind kind,
        int weight,
        LocalDate from,
        @Nullable String by,
        @Nullable Instant recordedAt) implements Serializable {}
