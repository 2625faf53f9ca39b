package ru.mos.clusters.call;

import org.jspecify.annotations.Nullable;

/** Which calls are asked for; null: any. */
public record CallFilter(
        @Nullable String programme,
        @Nullable CallState state,
        @Nullable CallPhase phase) {}
