package ru.mos.clusters.call.application;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which applications are asked for; null: any. */
public record ApplicationFilter(
        @Nullable UUID call,
        @Nullable UUID project,
        @Nullable ApplicationState state) {}
