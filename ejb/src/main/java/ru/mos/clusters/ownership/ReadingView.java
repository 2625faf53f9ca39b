package ru.mos.clusters.ownership;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How something in the law of affiliation is read from a day on.
 *
 * @param inForce whether it is the one that holds today
 * @param recordedAt null where the product came with it
 */
public record ReadingView(
        ReadingCode code,
        String value,
        LocalDate from,
        String basis,
        boolean inForce,
        @Nullable String recordedBy,
        @Nullable Instant recordedAt)
        implements Serializable {}
