package ru.mos.clusters.eligibility.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.eligibility.rule.ClusterBuilder.TODAY;
import static ru.mos.clusters.eligibility.rule.ClusterBuilder.cluster;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.mos.clusters.platform.DatePeriod;

class WaiverTest {

    @Test
    void a_waived_condition_keeps_its_outcome_and_counts_as_met() {
        var verdict = ConceptBook.judge(cluster().smes(2).concluded().waived(RuleCode.E3));

        var finding = verdict.findings().get(2);
        assertThat(finding.outcome()).isEqualTo(Outcome.NOT_MET);
        assertThat(finding.effect()).isEqualTo(Outcome.MET);
        assertThat(finding.waived()).isTrue();
        assertThat(finding.remedies()).isEmpty();
        assertThat(verdict.outcome()).isEqualTo(Eligibility.ELIGIBLE);
    }

    @ParameterizedTest(name = "{0} days from the first day: {1}")
    @CsvSource({"-1, NOT_ELIGIBLE", "0, ELIGIBLE", "1, ELIGIBLE", "9, ELIGIBLE", "10, NOT_ELIGIBLE"})
    void it_holds_from_its_first_day_to_its_last(int day, Eligibility outcome) {
        var tenDays = DatePeriod.through(TODAY, TODAY.plusDays(9));

        var cluster = cluster().smes(2).concluded().waived(RuleCode.E3, tenDays).on(TODAY.plusDays(day));

        assertThat(ConceptBook.judge(cluster).outcome()).isEqualTo(outcome);
    }

    @Test
    void it_waives_no_other_condition() {
        var verdict = ConceptBook.judge(cluster().smes(2).others(2).concluded().waived(RuleCode.E3));

        assertThat(verdict.findings().get(1).outcome()).isEqualTo(Outcome.NOT_MET);
        assertThat(verdict.findings().get(1).waiver()).isNull();
        assertThat(verdict.outcome()).isEqualTo(Eligibility.NOT_ELIGIBLE);
    }

    @Test
    void a_condition_that_is_met_anyway_bears_none() {
        var verdict = ConceptBook.judge(cluster().smes(3).concluded().waived(RuleCode.E3));

        assertThat(verdict.findings()).allMatch(finding -> finding.waiver() == null);
        assertThat(verdict).isEqualTo(ConceptBook.judge(cluster().smes(3).concluded()));
    }

    @Test
    void what_nobody_knows_or_has_said_can_be_waived_too() {
        var unknown = ConceptBook.judge(
                cluster().unknown(3).concluded().waived(RuleCode.E2).waived(RuleCode.E3));
        var silent = ConceptBook.judge(cluster()
                .smes(3)
                .waived(RuleCode.E1)
                .waived(RuleCode.E3)
                .waived(RuleCode.E4)
                .waived(RuleCode.E5));

        assertThat(unknown.outcome()).isEqualTo(Eligibility.ELIGIBLE);
        assertThat(silent.outcome()).isEqualTo(Eligibility.ELIGIBLE);
    }

    @Test
    void a_waived_part_leaves_the_other_parts_as_they_are() {
        var one = cluster().smes(3).concluded().concluded("NO_VETO", false);
        var two = cluster().smes(3).concluded().concluded("NO_VETO", false).concluded("ANSWER_TERM", false);

        var alone =
                ConceptBook.judge(one.waived(RuleCode.E5, "NO_VETO")).findings().get(4);
        var beside = ConceptBook.judge(two.waived(RuleCode.E5, "NO_VETO"));

        assertThat(alone.outcome()).isEqualTo(Outcome.NOT_MET);
        assertThat(alone.effect()).isEqualTo(Outcome.MET);
        assertThat(beside.findings().get(4).effect()).isEqualTo(Outcome.NOT_MET);
        assertThat(beside.findings().get(4).waiver())
                .as("it is told although something else keeps the condition from counting as met")
                .isNotNull();
        assertThat(beside.outcome()).isEqualTo(Eligibility.NOT_ELIGIBLE);
    }

    @Test
    void a_waived_part_that_is_confirmed_touches_nothing() {
        var verdict = ConceptBook.judge(
                cluster().smes(3).concluded().concluded("ANSWER_TERM", false).waived(RuleCode.E5, "NO_VETO"));

        assertThat(verdict.findings().get(4).waiver()).isNull();
    }

    @Test
    void a_link_of_two_members_is_waived_in_whichever_order_they_are_named() {
        var one = ClusterBuilder.inn(1);
        var other = ClusterBuilder.inn(2);
        var part = new PartRef(PartCode.LINK, one, other);

        for (var name : List.of("LINK:" + one + ":" + other, "LINK:" + other + ":" + one)) {
            assertThat(part.isSame(PartRef.named(name).orElseThrow())).isTrue();
        }
        assertThat(PartRef.named("LINK:" + one)).isEmpty();
        assertThat(PartRef.named("LINK:" + one + ":12")).isEmpty();
        assertThat(PartRef.named("NO_VETO")).contains(PartRef.of(PartCode.NO_VETO));
    }

    @Test
    void the_whole_is_explained_with_the_paragraph_that_allows_it() {
        var verdict = ConceptBook.judge(cluster().smes(2).concluded().waived(RuleCode.E3));

        assertThat(verdict.explanation())
                .extracting(Message::reason)
                .containsExactly(Reason.CONDITIONS_MET, Reason.CONDITION_WAIVED);
        assertThat(verdict.findings().get(2).explanation())
                .extracting(Message::reason)
                .endsWith(Reason.WAIVED);
    }
}
