package ru.mos.clusters.call.assessment;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one expert gave.
 *
 * @param number of the wording: 1, then a correction each
 * @param because why it was said anew
 * @param holds false for what a correction superseded
 * @param givenAt null in the answer to who gives it, which gets its instant at its end
 * @param counts whether it counts in the ranking: not that of who was replaced or stopped
 */
public record AssessmentView(
        UUID assignment,
        String expert,
        String name,
        int number,
        @Nullable String because,
        boolean holds,
        boolean counts,
        @Nullable Instant givenAt,
        List<Score> scores)
        implements Serializable {

    /** Points by one criterion, and what they rest on. */
    public record Score(String criterion, int points, String reason) implements Serializable {}
}
