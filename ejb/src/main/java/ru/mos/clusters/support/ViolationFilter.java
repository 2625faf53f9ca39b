package ru.mos.clusters.support;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.support.rule.ViolationKind;

/**
 * Which violations to list; null leaves a thing open.
 *
 * @param record of whose terms
 * @param knownOn as known at that instant; null: now
 */
public record ViolationFilter(
        @Nullable Inn inn,
        @Nullable ViolationKind kind,
        @Nullable UUID record,
        @Nullable Instant knownOn) {}
