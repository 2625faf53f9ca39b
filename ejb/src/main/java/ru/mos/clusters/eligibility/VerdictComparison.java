package ru.mos.clusters.eligibility;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import ru.mos.clusters.eligibility.VerdictView.RuleSetRef;

/**
 * A kept verdict beside what the same day looks like now.
 *
 * @param digest as it was kept; {@code replays}: whether judging again on what was known then gives the same
 * @param todaysKnowledge the day by the same rules, as it is known now: what has been learnt or corrected since
 * @param todaysRules the day as it is known now, by the rules that hold for it today: what the rules have changed
 */
public record VerdictComparison(
        LocalDate asOf, Instant knownOn, String digest, boolean replays, Other todaysKnowledge, Other todaysRules)
        implements Serializable {

    /** Another verdict on the day, and how it differs from the one before it. */
    public record Other(RuleSetRef ruleSet, Instant knownOn, String digest, VerdictDifference difference)
            implements Serializable {}
}
