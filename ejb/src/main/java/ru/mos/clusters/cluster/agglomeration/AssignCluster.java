package ru.mos.clusters.cluster.agglomeration;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Paper;

/**
 * Puts a cluster into an agglomeration, by decision.
 *
 * @param to first day on which it belongs to it no more; null while it does
 */
public record AssignCluster(
        UUID agglomeration,
        UUID cluster,
        LocalDate from,
        @Nullable LocalDate to,
        Paper decision) {}
