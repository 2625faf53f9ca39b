package ru.mos.clusters.cluster;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives a cluster into another's care from a day on.
 *
 * @param curator login of somebody of ГЦКР
 * @param expected version that the caller saw; null where no one asks
 */
public record HandOver(
        UUID cluster,
        String curator,
        LocalDate from,
        @Nullable Long expected) {}
