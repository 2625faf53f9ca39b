package ru.mos.clusters.support.rule;

import static ru.mos.clusters.support.rule.GivenSupport.Answer.NO;
import static ru.mos.clusters.support.rule.GivenSupport.Answer.UNCERTAIN;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Citation;

/**
 * No support while the term of a like one runs: one whose terms coincide, form, kind and purpose among them.
 *
 * <p>The tax service's register says nothing of purposes: where form and kind are the same, a person compares the rest.
 *
 * <p>Source: 209-ФЗ art. 14 part 5 point 3.
 */
record RepeatedSupport(Citation citation) {

    List<SupportFinding> check(SupportFacts facts) {
        var findings = new ArrayList<SupportFinding>();
        for (var support : facts.supports()) {
            var reason = reason(support, facts);
            if (reason != null) {
                findings.add(new SupportFinding(
                        SupportRule.REPEATED_SUPPORT,
                        reason,
                        reason.outcome(),
                        support,
                        null,
                        reason.outcome() == SupportOutcome.MET ? null : end(support),
                        support.source(),
                        citation));
            }
        }
        return findings;
    }

    /** Null where it is of another form or kind, or its term does not run. */
    private static @Nullable SupportReason reason(GivenSupport support, SupportFacts facts) {
        var runs = support.runsOn(facts.on());
        var like = support.isLike(facts.draft());
        if (runs == NO || like == NO) {
            return null;
        }
        var purpose = purpose(support, facts.draft());
        if (purpose == SupportReason.OTHER_PURPOSE) {
            return purpose;
        }
        if (like == UNCERTAIN) {
            return SupportReason.KIND_UNCERTAIN;
        }
        return runs == UNCERTAIN ? SupportReason.TERM_UNKNOWN : purpose;
    }

    private static SupportReason purpose(GivenSupport support, SupportDraft draft) {
        if (support.purpose() == null || draft.purpose() == null) {
            return SupportReason.PURPOSE_UNKNOWN;
        }
        return Purpose.compared(support.purpose()).equals(Purpose.compared(draft.purpose()))
                ? SupportReason.SAME_SUPPORT
                : SupportReason.OTHER_PURPOSE;
    }

    private static @Nullable LocalDate end(GivenSupport support) {
        if (support.endsOn() == null) {
            return null;
        }
        var after = support.endsOn().plusDays(1);
        return support.stoppedOn() != null && support.stoppedOn().isBefore(after) ? support.stoppedOn() : after;
    }
}
