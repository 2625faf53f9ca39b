package ru.mos.clusters.cluster.joining;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.Participation;
import ru.mos.clusters.platform.Paper;

/**
 * Applies for an enterprise to join a cluster.
 *
 * @param participation who would take part, and as what
 * @param submittedOn day on which the application came in; null: today
 * @param document the application itself
 */
public record SubmitApplication(
        UUID cluster, Participation participation, @Nullable LocalDate submittedOn, Paper document) {}
