package ru.mos.clusters.inkind;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;

/**
 * Sets the days on which an approved support is given.
 *
 * @param endsOn last day
 * @param object premises or equipment that are kept for it; null: none
 * @param agreement on lease or use, with its number; property needs one
 */
public record ScheduleInKind(
        LocalDate startsOn,
        LocalDate endsOn,
        @Nullable UUID object,
        @Nullable Paper agreement) {

    /** @throws Problem {@code period-empty}, {@code in-kind-property-without-agreement} where it bears no number */
    public ScheduleInKind {
        if (endsOn.isBefore(startsOn)) {
            throw new Problem(PlatformProblem.PERIOD_EMPTY, startsOn, endsOn).at("/endsOn");
        }
        if (agreement != null && agreement.number() == null) {
            throw new Problem(InKindProblem.IN_KIND_PROPERTY_WITHOUT_AGREEMENT).at("/agreement/number");
        }
    }
}
