package ru.mos.clusters.call.application;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.EligibilityUse;
import ru.mos.clusters.eligibility.rule.Outcome;
import ru.mos.clusters.project.ProjectRule;
import ru.mos.clusters.project.ProjectVerdict;
import ru.mos.clusters.project.ProjectVerdict.Finding;

/**
 * How a project stands on a day by the rules of the call. What is asked of clusters decides only where the call makes it a
 * gate; what is asked of applicants and recipients by law decides always.
 *
 * @param outcome {@code ELIGIBLE}, {@code NOT_ELIGIBLE}, {@code UNKNOWN}, {@code MANUAL}
 * @param use what the conditions of clusters decide
 * @param barred whether it may not be supported as it stands
 * @param open whether it cannot be said yet of the clusters, though that decides
 * @param judged whether something that decides is left to whoever checks it
 * @param clustersJudged the same, of what is asked of clusters alone
 * @param reasons what is not met, not known, or left to whoever checks it, in words
 */
public record ProjectStanding(
        String outcome,
        @Nullable EligibilityUse use,
        boolean barred,
        boolean open,
        boolean judged,
        boolean clustersJudged,
        List<String> reasons)
        implements Serializable {

    /** @param outdated what is no longer so of the project, in words: it cannot be supported as it was sent */
    static ProjectStanding of(ProjectVerdict verdict, @Nullable EligibilityUse use, List<String> outdated) {
        boolean gate = use == EligibilityUse.GATE;
        return new ProjectStanding(
                verdict.outcome().name(),
                use,
                !outdated.isEmpty()
                        || verdict.findings().stream()
                                .anyMatch(finding ->
                                        finding.outcome() == Outcome.NOT_MET && (gate || !isOfClusters(finding))),
                gate
                        && verdict.findings().stream()
                                .anyMatch(finding -> finding.outcome() == Outcome.UNKNOWN && isOfClusters(finding)),
                verdict.findings().stream()
                        .anyMatch(finding -> finding.outcome() == Outcome.MANUAL && (gate || !isOfClusters(finding))),
                gate
                        && verdict.findings().stream()
                                .anyMatch(finding -> finding.outcome() == Outcome.MANUAL && isOfClusters(finding)),
                Stream.concat(
                                outdated.stream(),
                                verdict.findings().stream()
                                        .filter(finding -> finding.outcome() != Outcome.MET)
                                        .map(finding -> finding.subject() + ": " + finding.explanation()))
                        .toList());
    }

    private static boolean isOfClusters(Finding finding) {
        return finding.rule() == ProjectRule.CLUSTER_ELIGIBLE
                || finding.rule() == ProjectRule.PARTICIPANTS_UNAFFILIATED;
    }
}
