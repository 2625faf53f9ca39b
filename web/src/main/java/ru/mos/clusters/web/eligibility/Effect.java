package ru.mos.clusters.web.eligibility;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import ru.mos.clusters.eligibility.VerdictDifference;
import ru.mos.clusters.eligibility.VerdictDifference.FindingChange;
import ru.mos.clusters.eligibility.VerdictDifference.MemberChange;
import ru.mos.clusters.eligibility.VerdictDifference.PartChange;
import ru.mos.clusters.eligibility.VerdictView;
import ru.mos.clusters.eligibility.WhatIfView;
import ru.mos.clusters.eligibility.rule.Eligibility;
import ru.mos.clusters.eligibility.rule.Outcome;
import ru.mos.clusters.eligibility.rule.RuleCode;

/** What something that is only thought of would do to every condition, also to those that stay as they are. */
public record Effect(Eligibility before, Eligibility after, List<Row> rows) {

    /**
     * One condition.
     *
     * @param explanation of the later verdict
     */
    public record Row(
            RuleCode rule,
            Outcome before,
            Outcome after,
            String explanation,
            List<MemberChange> members,
            List<PartChange> parts) {

        public boolean flips() {
            return before != after;
        }
    }

    public static Effect of(WhatIfView supposed) {
        return of(supposed.verdict(), supposed.difference());
    }

    /** The conditions of the later verdict with what differs from the earlier one. */
    public static Effect of(VerdictView after, VerdictDifference difference) {
        Map<RuleCode, FindingChange> changes =
                difference.findings().stream().collect(Collectors.toMap(FindingChange::rule, Function.identity()));
        var rows = after.findings().stream()
                .map(finding -> {
                    var change = changes.get(finding.rule());
                    return new Row(
                            finding.rule(),
                            change == null ? finding.outcome() : change.before(),
                            finding.outcome(),
                            finding.explanation(),
                            change == null ? List.of() : change.members(),
                            change == null ? List.of() : change.parts());
                })
                .toList();
        return new Effect(difference.before(), difference.after(), rows);
    }

    /** Whether any condition comes to something else. */
    public boolean flips() {
        return rows.stream().anyMatch(Row::flips);
    }
}
