package ru.mos.clusters.infrastructure;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which organisations of the infrastructure.
 *
 * @param kind code of the directory; null: any
 * @param parent district centres of this one; null: any
 * @param asOf null: today
 */
public record InfrastructureFilter(
        @Nullable String kind,
        @Nullable UUID parent,
        @Nullable LocalDate asOf) {}
