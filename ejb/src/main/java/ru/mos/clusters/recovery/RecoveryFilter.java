package ru.mos.clusters.recovery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which demands.
 *
 * @param overdue only those of which something should have been paid by today
 */
public record RecoveryFilter(
        @Nullable RecoveryState state, @Nullable UUID agreement, boolean overdue) {}
