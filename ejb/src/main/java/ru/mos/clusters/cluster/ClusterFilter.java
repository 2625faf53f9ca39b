package ru.mos.clusters.cluster;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which clusters to list; what is null does not narrow.
 *
 * @param sector code of the sector
 * @param text part of the code, of the name, of the organisation's name or the beginning of its INN
 * @param curator login
 * @param asOf date on which they are looked at; null: today
 */
public record ClusterFilter(
        @Nullable String sector,
        @Nullable String text,
        @Nullable ClusterStatus status,
        @Nullable String curator,
        @Nullable LocalDate asOf) {

    /** All of them, today. */
    public static final ClusterFilter ALL = new ClusterFilter(null, null, null, null, null);
}
