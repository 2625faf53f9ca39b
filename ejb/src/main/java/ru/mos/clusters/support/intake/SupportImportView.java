package ru.mos.clusters.support.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.registry.release.Coverage;
import ru.mos.clusters.registry.release.ReleaseState;

/**
 * An import of the register of recipients as people and programs see it.
 *
 * @param stateOn the day whose state it shows; null until it has been read
 * @param records documents read: accepted and rejected
 * @param supports that it shows, each number of a recipient once
 */
public record SupportImportView(
        long id,
        String fileName,
        String sha256,
        long size,
        Coverage coverage,
        @Nullable LocalDate stateOn,
        List<String> formatVersions,
        ReleaseState state,
        int filesTotal,
        int files,
        long records,
        long rejected,
        long supports,
        long violations,
        @Nullable String refusalCode,
        List<String> refusalArguments,
        String uploadedBy,
        Instant uploadedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String withdrawalRequestedBy,
        @Nullable String withdrawalReason,
        @Nullable String withdrawalConfirmedBy) {}
