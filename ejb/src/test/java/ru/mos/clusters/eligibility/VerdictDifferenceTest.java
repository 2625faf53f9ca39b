package ru.mos.clusters.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.eligibility.rule.ClusterBuilder.cluster;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.eligibility.VerdictDifference.Counting;
import ru.mos.clusters.eligibility.VerdictDifference.FindingChange;
import ru.mos.clusters.eligibility.rule.ClusterBuilder;
import ru.mos.clusters.eligibility.rule.ConceptBook;
import ru.mos.clusters.eligibility.rule.Eligibility;
import ru.mos.clusters.eligibility.rule.Outcome;
import ru.mos.clusters.eligibility.rule.RuleCode;

class VerdictDifferenceTest {

    @Test
    void it_names_conditions_and_members_that_count_otherwise_and_nothing_else() {
        var difference = between(
                cluster().smes(4).concluded(), cluster().smes(2).others(2).concluded());

        assertThat(difference.after()).isEqualTo(Eligibility.NOT_ELIGIBLE);
        assertThat(difference.findings()).extracting(FindingChange::rule).containsExactly(RuleCode.E2, RuleCode.E3);
        var e2 = difference.findings().get(0);
        assertThat(e2.before()).isEqualTo(Outcome.MET);
        assertThat(e2.after()).isEqualTo(Outcome.NOT_MET);
        assertThat(e2.members())
                .hasSize(2)
                .allMatch(member -> member.before() == Counting.COUNTED && member.after() == Counting.OUT);
    }

    @Test
    void who_joined_or_left_was_or_is_absent() {
        var joined = between(cluster().smes(3), cluster().smes(4)).findings().get(0);
        var left = between(cluster().smes(4), cluster().smes(3)).findings().get(0);

        assertThat(joined.members()).singleElement().satisfies(member -> {
            assertThat(member.before()).isEqualTo(Counting.ABSENT);
            assertThat(member.after()).isEqualTo(Counting.COUNTED);
        });
        assertThat(left.members())
                .singleElement()
                .satisfies(member -> assertThat(member.after()).isEqualTo(Counting.ABSENT));
    }

    @Test
    void a_part_that_was_answered_is_told_by_its_name() {
        var difference = between(cluster().smes(3), cluster().smes(3).concluded("GOALS", true));

        assertThat(difference.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.parts())
                        .singleElement()
                        .satisfies(part -> {
                            assertThat(part.code()).isEqualTo("GOALS");
                            assertThat(part.before()).isEqualTo(Outcome.MANUAL);
                            assertThat(part.after()).isEqualTo(Outcome.MET);
                        }));
    }

    @Test
    void a_waiver_that_begins_or_ends_explains_the_flip() {
        var plain = cluster().smes(2).concluded();
        var waived = cluster().smes(2).concluded().waived(RuleCode.E3);

        var begun = between(plain, waived);
        var ended = between(waived, plain);

        assertThat(begun.after()).isEqualTo(Eligibility.ELIGIBLE);
        assertThat(begun.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.before()).isEqualTo(Outcome.NOT_MET);
            assertThat(finding.after()).isEqualTo(Outcome.NOT_MET);
            assertThat(finding.waiver().turn()).isEqualTo(VerdictDifference.WaiverTurn.BEGAN);
            assertThat(finding.waiver().after()).isEqualTo(Outcome.MET);
            assertThat(finding.waiver().message())
                    .contains("Допущено отступление по: Постановление № 1863-ПП в редакции от 07.02.2024, пункт 4.2");
        });
        assertThat(ended.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.waiver().turn()).isEqualTo(VerdictDifference.WaiverTurn.ENDED);
            assertThat(finding.waiver().before()).isEqualTo(Outcome.MET);
        });
        assertThat(between(waived, waived).findings()).isEmpty();
    }

    @Test
    void equal_verdicts_have_none() {
        assertThat(between(
                                cluster().smes(3).others(1),
                                cluster().smes(3).others(1).shuffled(7))
                        .findings())
                .isEmpty();
    }

    private static VerdictDifference between(ClusterBuilder before, ClusterBuilder after) {
        return VerdictDifference.between(
                ConceptBook.judge(before), ConceptBook.judge(after), Wording.in(Locale.forLanguageTag("ru")));
    }
}
