package ru.mos.clusters.call.assessment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which assignments are asked for; null: any. */
public record AssignmentFilter(
        @Nullable UUID call,
        @Nullable UUID application,
        @Nullable String expert,
        @Nullable AssignmentState state) {}
