package ru.mos.clusters.cluster.joining;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;

/**
 * Which applications to list; null leaves a thing open.
 *
 * @param overdue true: only those whose answer is late, given late or not given
 * @param from first day of submission
 * @param until first day of submission that is not wanted any more
 */
public record ApplicationFilter(
        @Nullable UUID cluster,
        @Nullable String sector,
        @Nullable ApplicationState state,
        @Nullable Inn inn,
        boolean overdue,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    /** Those of one cluster. */
    public static ApplicationFilter of(UUID cluster, @Nullable ApplicationState state) {
        return new ApplicationFilter(cluster, null, state, null, false, null, null);
    }
}
