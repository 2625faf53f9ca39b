package ru.mos.clusters.call.council;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which sittings; null: any. */
public record SittingFilter(
        @Nullable String body,
        @Nullable UUID call,
        @Nullable SittingState state) {}
