package ru.mos.clusters.call;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call.
 *
 * @param code by which people call it: {@code C-7}
 * @param phase what is open by its dates; null where it does not hold
 * @param edition number of the edition that holds; 0 before it is published
 * @param terms what holds, or what is being written of a call that was never published
 * @param amendment what is being written of a published call; null where nothing is
 * @param schedule its dates, counted out; null where they cannot be
 * @param because why it is amended, was cancelled or given up
 * @param editedBy who wrote it last, and therefore may not publish it; null for who does not see what is being written
 * @param actions what the caller may do to it now
 * @param version of the call, for who works on it at the same time
 */
public record CallView(
        UUID id,
        String code,
        String programme,
        String measure,
        CallState state,
        @Nullable CallPhase phase,
        int edition,
        CallTerms terms,
        @Nullable CallTerms amendment,
        @Nullable CallSchedule schedule,
        @Nullable String because,
        @Nullable String editedBy,
        @Nullable Instant editedAt,
        List<CallAction> actions,
        long version)
        implements Serializable {

    /** What is being written; empty where nothing is. */
    public CallTerms written() {
        return amendment == null ? terms : amendment;
    }
}
