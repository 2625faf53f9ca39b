package ru.mos.clusters.eligibility.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether a cluster meets the conditions on a day, as known at an instant, by one version of the rules.
 *
 * @param organisation who unites the participants on the day; null where nobody does
 * @param findings one of each condition, in the order of the Concept
 */
public record Verdict(
        UUID cluster,
        String clusterCode,
        String clusterName,
        @Nullable Subject organisation,
        LocalDate asOf,
        Instant knownOn,
        String ruleSet,
        int ruleSetVersion,
        Eligibility outcome,
        List<Finding> findings) {

    /** The clauses of one sentence on the whole: how many conditions are met, which are not, and which are waived. */
    public List<Message> explanation() {
        var clauses = new ArrayList<Message>();
        long met = findings.stream()
                .filter(finding -> finding.outcome() == Outcome.MET)
                .count();
        clauses.add(Message.of(Reason.CONDITIONS_MET, (int) met, findings.size()));
        for (var finding : findings) {
            var waiver = finding.waiver();
            if (waiver != null && finding.waived()) {
                clauses.add(Message.of(
                        Reason.CONDITION_WAIVED,
                        finding.rule().number(),
                        finding.outcome(),
                        waiver.waiver().basis()));
            }
        }
        for (var other : List.of(Outcome.NOT_MET, Outcome.UNKNOWN, Outcome.MANUAL)) {
            var numbers = numbers(other);
            if (!numbers.isEmpty()) {
                var reason = numbers.size() == 1 ? Reason.CONDITION_OTHERWISE : Reason.CONDITIONS_OTHERWISE;
                clauses.add(Message.of(reason, other, numbers));
            }
        }
        return clauses;
    }

    private List<Integer> numbers(Outcome outcome) {
        return findings.stream()
                .filter(finding -> finding.effect() == outcome)
                .map(finding -> finding.rule().number())
                .toList();
    }
}
