package ru.mos.clusters.call.assessment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A discussion of experts.
 *
 * @param deviations by which criteria they differed
 * @param openedAt null in the answer to what opened it, which gets its instant at its end
 * @param result what they came to; null while it is open
 */
public record DiscussionView(
        List<Deviation> deviations,
        @Nullable Instant openedAt,
        @Nullable String result,
        @Nullable Instant closedAt) {}
