package ru.mos.clusters.remote;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call for applications.
 *
 * @param code by which people call it: {@code C-7}
 * @param title in the language asked for
 * @param state {@code PUBLISHED}, {@code AMENDING}, {@code COMPLETED} …, as the REST API names it
 * @param phase {@code EXPECTED}, {@code ANNOUNCED}, {@code INTAKE}, {@code ASSESSMENT}, {@code DECISION} or {@code OVER}; null where
 *     it does not hold
 * @param intakeUntil first instant at which applications are no longer taken
 * @param money confirmed for all years, in roubles
 */
public record CallAnswer(
        UUID id,
        String code,
        String programme,
        @Nullable String title,
        String state,
        @Nullable String phase,
        @Nullable LocalDate announcedOn,
        @Nullable Instant intakeFrom,
        @Nullable Instant intakeUntil,
        BigDecimal money)
        implements Serializable {}
