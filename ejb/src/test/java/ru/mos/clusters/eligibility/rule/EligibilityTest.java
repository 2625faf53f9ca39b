package ru.mos.clusters.eligibility.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.eligibility.rule.ClusterBuilder.cluster;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EligibilityTest {

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource({
        "MET,MET,ELIGIBLE",
        "MET,MANUAL,MANUAL",
        "MET,UNKNOWN,UNKNOWN",
        "MET,NOT_MET,NOT_ELIGIBLE",
        "MANUAL,MANUAL,MANUAL",
        "MANUAL,UNKNOWN,UNKNOWN",
        "MANUAL,NOT_MET,NOT_ELIGIBLE",
        "UNKNOWN,UNKNOWN,UNKNOWN",
        "UNKNOWN,NOT_MET,NOT_ELIGIBLE",
        "NOT_MET,NOT_MET,NOT_ELIGIBLE"
    })
    void the_gravest_condition_decides_in_either_order(Outcome one, Outcome other, Eligibility expected) {
        assertThat(Eligibility.of(findings(one, other))).isEqualTo(expected);
        assertThat(Eligibility.of(findings(other, one))).isEqualTo(expected);
    }

    @Test
    void a_cluster_passes_through_all_four() {
        assertThat(outcome(cluster().smes(5).concluded())).isEqualTo(Eligibility.ELIGIBLE);
        assertThat(outcome(cluster().smes(5).concluded().unknown(3))).isEqualTo(Eligibility.UNKNOWN);
        assertThat(outcome(cluster().smes(5).concluded().concluded("GOALS", false)))
                .isEqualTo(Eligibility.NOT_ELIGIBLE);
        assertThat(outcome(cluster().organisation("Промышленный софт").smes(5).concluded()))
                .isEqualTo(Eligibility.MANUAL);
    }

    @Test
    void findings_stand_in_the_order_of_the_concept_and_cite_it_as_a_draft() {
        var verdict = ConceptBook.judge(cluster().smes(5));

        assertThat(verdict.findings()).extracting(Finding::rule).containsExactly(RuleCode.values());
        assertThat(verdict.findings())
                .allSatisfy(finding -> assertThat(finding.citation().status())
                        .isEqualTo(ru.mos.clusters.platform.Citation.Status.DRAFT));
    }

    @Test
    void whatever_is_not_met_says_what_would_have_to_be_done() {
        var verdicts = Stream.of(
                cluster(),
                cluster().withoutOrganisation(),
                cluster().others(5).unknown(2),
                cluster().smes(3).unknown(3).others(1),
                cluster().organisation("Фонд").plainSmes(4).concluded().concluded("NO_VETO", false));

        verdicts.flatMap(facts -> ConceptBook.judge(facts).findings().stream())
                .forEach(finding -> assertThat(finding.remedies().isEmpty())
                        .as("%s %s", finding.rule(), finding.explanation())
                        .isEqualTo(finding.outcome() == Outcome.MET));
    }

    private static Eligibility outcome(ClusterBuilder cluster) {
        return ConceptBook.judge(cluster).outcome();
    }

    private static List<Finding> findings(Outcome... outcomes) {
        var model = ConceptBook.check(RuleCode.E5, cluster());
        return Stream.of(outcomes)
                .map(outcome -> new Finding(
                        model.rule(),
                        outcome,
                        model.measured(),
                        model.required(),
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        model.citation(),
                        List.of(),
                        List.of(),
                        null))
                .toList();
    }
}
