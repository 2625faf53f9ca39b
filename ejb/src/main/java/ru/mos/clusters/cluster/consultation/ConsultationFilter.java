package ru.mos.clusters.cluster.consultation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;

/**
 * Which entries to list; null leaves a thing open.
 *
 * @param text part of the topic or of the result, in any case
 * @param until first day that is not wanted any more
 */
public record ConsultationFilter(
        @Nullable String adviser,
        @Nullable UUID cluster,
        @Nullable Inn inn,
        @Nullable ConsultationForm form,
        @Nullable String text,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {}
