package ru.mos.clusters.ownership;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.registry.release.ReleaseState;

/**
 * An import of ownership as people and programs see it.
 *
 * @param format null until it has been looked into
 * @param records extracts or statements read: accepted and rejected
 * @param unchanged of them known before, word for word
 * @param entities all parties but persons that it names, new or known; {@code persons} and {@code edges} likewise
 */
public record ImportView(
        long id,
        @Nullable OwnershipFormat format,
        String fileName,
        String sha256,
        long size,
        ReleaseState state,
        int filesTotal,
        int files,
        long records,
        long rejected,
        long unchanged,
        long entities,
        long persons,
        long edges,
        @Nullable String refusalCode,
        List<String> refusalArguments,
        String uploadedBy,
        Instant uploadedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String withdrawalRequestedBy,
        @Nullable String withdrawalReason,
        @Nullable String withdrawalConfirmedBy) {}
