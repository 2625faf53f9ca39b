package ru.mos.clusters.eligibility;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import ru.mos.clusters.eligibility.rule.Eligibility;
import ru.mos.clusters.eligibility.rule.Outcome;
import ru.mos.clusters.eligibility.rule.RuleCode;

/**
 * A cluster that would stand otherwise.
 *
 * @param flips the conditions that would come to something else
 */
public record OutcomeChange(
        UUID cluster, String code, String name, Eligibility before, Eligibility after, List<Flip> flips)
        implements Serializable {

    /** A condition that would come to something else. */
    public record Flip(RuleCode rule, Outcome before, Outcome after) implements Serializable {}
}
