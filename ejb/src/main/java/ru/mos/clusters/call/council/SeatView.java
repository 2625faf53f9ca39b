package ru.mos.clusters.call.council;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;

/**
 * Somebody in a body for a time.
 *
 * @param to first day out of office; null while it lasts
 */
public record SeatView(
        UUID id,
        @Nullable String login,
        String name,
        @Nullable String organisation,
        @Nullable Inn inn,
        Post post,
        boolean votes,
        LocalDate from,
        @Nullable LocalDate to)
        implements Serializable {}
