package ru.mos.clusters.call.assessment;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All scores of one expert for one application.
 *
 * @param version of the assignment that the caller saw
 * @param because why a score is said anew; null the first time
 */
public record GiveScores(
        UUID assignment,
        long version,
        List<Given> scores,
        @Nullable String because) {

    /** Points by one criterion, and what they rest on. */
    public record Given(
            @Nullable String criterion,
            @Nullable Integer points,
            @Nullable String reason) {}
}
