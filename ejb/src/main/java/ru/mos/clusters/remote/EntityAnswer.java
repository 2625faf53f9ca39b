package ru.mos.clusters.remote;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise on a date.
 *
 * @param kind {@code LEGAL_ENTITY}, {@code ENTREPRENEUR} or {@code FARM_HEAD}; null when no source says
 * @param name surname and initials alone for private persons
 * @param status {@code IN}, {@code OUT} or {@code UNKNOWN} in the register of SMEs
 * @param category {@code MICRO}, {@code SMALL} or {@code MEDIUM}; null unless {@code IN}
 * @param since date of entry as the tax service gives it
 */
public record EntityAnswer(
        String inn,
        @Nullable String ogrn,
        @Nullable String kind,
        @Nullable String name,
        @Nullable String region,
        String status,
        @Nullable String category,
        @Nullable LocalDate since,
        @Nullable String mainActivity)
        implements Serializable {}
