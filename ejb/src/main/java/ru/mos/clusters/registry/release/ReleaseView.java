package ru.mos.clusters.registry.release;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A release as people and programs see it.
 *
 * @param kind null until it has been looked into, as is {@code stateOn}
 * @param records documents read: accepted and rejected
 * @param phase of a running import: {@code INSPECT}, {@code READ}, {@code MERGE}
 */
public record ReleaseView(
        long id,
        @Nullable ReleaseKind kind,
        String fileName,
        String sha256,
        long size,
        @Nullable LocalDate stateOn,
        List<String> formatVersions,
        Coverage coverage,
        ReleaseState state,
        @Nullable String phase,
        int files,
        int filesTotal,
        long records,
        long entered,
        long left,
        long changed,
        long unchanged,
        long rejected,
        @Nullable String refusalCode,
        List<String> refusalArguments,
        String uploadedBy,
        Instant uploadedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String withdrawalRequestedBy,
        @Nullable String withdrawalReason,
        @Nullable String withdrawalConfirmedBy) {}
