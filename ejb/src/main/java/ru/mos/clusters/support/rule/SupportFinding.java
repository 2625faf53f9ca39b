package ru.mos.clusters.support.rule;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Citation;

/**
 * One thing that was found, so that a court could read it.
 *
 * @param support that it speaks of; null where it speaks of none
 * @param violation likewise
 * @param until first day on which it no longer stands in the way; null where it does not, or that cannot be told
 */
public record SupportFinding(
        SupportRule rule,
        SupportReason reason,
        SupportOutcome outcome,
        @Nullable GivenSupport support,
        @Nullable RecognisedViolation violation,
        @Nullable LocalDate until,
        SupportSource source,
        Citation citation) {

    static SupportFinding of(SupportRule rule, SupportReason reason, SupportSource source, Citation citation) {
        return new SupportFinding(rule, reason, reason.outcome(), null, null, null, source, citation);
    }
}
