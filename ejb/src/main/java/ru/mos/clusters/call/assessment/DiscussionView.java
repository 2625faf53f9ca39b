package ru.mos.clusters.call.assessment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A discussion of experts.
 *
 * @param deviations by which criteria they differed
 * @param result what they came to; null while it is open
 */
public record DiscussionView(
        List<Deviation> deviations,
        Instant openedAt,
        @Nullable String result,
        @Nullable Instant closedAt) {}
