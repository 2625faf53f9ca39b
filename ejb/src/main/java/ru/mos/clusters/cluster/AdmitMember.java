package ru.mos.clusters.cluster;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes an enterprise into a cluster.
 *
 * @param from first day
 * @param to first day no longer; null while it lasts
 */
public record AdmitMember(
        UUID cluster,
        Participation participation,
        LocalDate from,
        @Nullable LocalDate to) {}
