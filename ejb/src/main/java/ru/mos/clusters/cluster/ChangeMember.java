package ru.mos.clusters.cluster;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says anew what a participant is and does from a day on; the days before stay as they are.
 *
 * @param participation null name: as it was
 * @param from a day on which it takes part
 * @param expected version of the cluster that the caller saw; null where no one asks
 */
public record ChangeMember(
        UUID cluster,
        Participation participation,
        LocalDate from,
        @Nullable Long expected) {}
