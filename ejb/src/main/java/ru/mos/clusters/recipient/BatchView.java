package ru.mos.clusters.recipient;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file for the tax service.
 *
 * @param number by which people call it
 * @param documents of the file
 * @param held records that were not put into it
 * @param sha256 of the file; null where nothing may be sent
 * @param accepted documents the tax service took
 * @param refused documents it did not take
 * @param reason why it was put away
 * @param actions what the caller may do
 */
public record BatchView(
        UUID id,
        long number,
        BatchState state,
        LocalDate composedOn,
        String formatVersion,
        String fileName,
        int documents,
        int held,
        @Nullable String sha256,
        @Nullable Long size,
        int accepted,
        int refused,
        String preparedBy,
        @Nullable String releasedBy,
        @Nullable LocalDate releasedOn,
        @Nullable String reason,
        long version,
        List<BatchAction> actions)
        implements Serializable {

    BatchView with(List<BatchAction> open) {
        return new BatchView(
                id,
                number,
                state,
                composedOn,
                formatVersion,
                fileName,
                documents,
                held,
                sha256,
                size,
                accepted,
                refused,
                preparedBy,
                releasedBy,
                releasedOn,
                reason,
                version,
                open);
    }

    /** Documents not answered yet. */
    public int unanswered() {
        return documents - accepted - refused;
    }
}
