package ru.mos.clusters.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ru.mos.clusters.eligibility.OutcomeChange.Flip;
import ru.mos.clusters.eligibility.rule.RuleBook;
import ru.mos.clusters.eligibility.rule.Verdict;

/** Which clusters would stand otherwise if the law were another: all are judged both ways, nothing is kept. */
@ApplicationScoped
public class OutcomePreview {

    @Inject
    private Judge judge;

    /** By other rules than those in force on the day; clusters of which no condition changes are left out. */
    public List<OutcomeChange> under(RuleBook rules, LocalDate day) {
        return changes(judge.judge(null, day, null, null), judge.judgeBy(rules, day));
    }

    /** By what the caller's transaction has changed and nobody else sees yet. */
    public List<OutcomeChange> uncommitted(LocalDate day) {
        return changes(judge.judge(null, day, null, null), judge.judgeUncommitted(day));
    }

    private static List<OutcomeChange> changes(List<Verdict> now, List<Verdict> then) {
        var before = now.stream().collect(Collectors.toMap(Verdict::cluster, Function.identity()));
        return then.stream()
                .flatMap(after -> Optional.ofNullable(before.get(after.cluster())).stream()
                        .map(earlier -> change(earlier, after)))
                .filter(change -> !change.flips().isEmpty())
                .toList();
    }

    private static OutcomeChange change(Verdict before, Verdict after) {
        var flips = IntStream.range(0, after.findings().size())
                .filter(i -> before.findings().get(i).outcome()
                        != after.findings().get(i).outcome())
                .mapToObj(i -> new Flip(
                        after.findings().get(i).rule(),
                        before.findings().get(i).outcome(),
                        after.findings().get(i).outcome()))
                .toList();
        return new OutcomeChange(
                after.cluster(), after.clusterCode(), after.clusterName(), before.outcome(), after.outcome(), flips);
    }
}
