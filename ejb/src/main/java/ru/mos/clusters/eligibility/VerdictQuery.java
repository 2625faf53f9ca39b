package ru.mos.clusters.eligibility;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which verdict is asked for.
 *
 * @param asOf the day judged; null: today in Moscow
 * @param knownOn as known at that instant; null: now
 * @param ruleSet {@code CONCEPT_2010} or {@code CONCEPT_2010:1}; null: the rules of the day
 */
public record VerdictQuery(
        UUID cluster,
        @Nullable LocalDate asOf,
        @Nullable Instant knownOn,
        @Nullable String ruleSet) {

    /** The verdict of today, as known now. */
    public static VerdictQuery now(UUID cluster) {
        return new VerdictQuery(cluster, null, null, null);
    }
}
