package ru.mos.clusters.call.council;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A body on a day.
 *
 * @param on the day
 * @param regulations those that hold on it; null where none do
 * @param seats who is in office on it: the chair first, the secretary last
 */
public record BodyView(
        String code,
        BodyKind kind,
        String nameRu,
        String genitive,
        String nameEn,
        LocalDate on,
        @Nullable Regulations regulations,
        List<SeatView> seats)
        implements Serializable {}
