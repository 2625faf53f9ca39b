package ru.mos.clusters.eligibility.rule;

import java.util.List;

/** The conditions in the version and with the parameters of one day and one sector. */
public final class RuleSet {

    private final String code;
    private final int version;
    private final List<Rule> rules;

    RuleSet(String code, int version, List<Rule> rules) {
        this.code = code;
        this.version = version;
        this.rules = rules;
    }

    /** Every condition on these facts, and what they come to together. */
    public Verdict judge(ClusterFacts facts) {
        var organisation = facts.organisation();
        var findings = rules.stream().map(rule -> rule.check(facts)).toList();
        return new Verdict(
                facts.id(),
                facts.code(),
                facts.name(),
                organisation == null ? null : organisation.subject(),
                facts.asOf(),
                facts.knownOn(),
                code,
                version,
                Eligibility.of(findings),
                findings);
    }
}
