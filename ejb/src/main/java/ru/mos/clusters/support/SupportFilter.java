package ru.mos.clusters.support;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;

/**
 * Which records of support to list; null leaves a thing open.
 *
 * @param runsOn a day on which the term runs
 * @param from first day of decision
 * @param until first day of decision that is not wanted any more
 * @param knownOn as known at that instant; null: now
 */
public record SupportFilter(
        @Nullable Inn inn,
        @Nullable Inn provider,
        @Nullable String form,
        @Nullable LocalDate runsOn,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable Instant knownOn) {

    /** Everything that one recipient was given, as known now. */
    public static SupportFilter of(Inn inn) {
        return new SupportFilter(inn, null, null, null, null, null, null);
    }
}
