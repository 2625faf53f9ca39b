package ru.mos.clusters.eligibility.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.eligibility.rule.ClusterBuilder.TODAY;
import static ru.mos.clusters.eligibility.rule.ClusterBuilder.cluster;
import static ru.mos.clusters.eligibility.rule.Outcome.MANUAL;
import static ru.mos.clusters.eligibility.rule.Outcome.MET;
import static ru.mos.clusters.eligibility.rule.Outcome.NOT_MET;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.mos.clusters.eligibility.rule.Finding.Count;
import ru.mos.clusters.platform.DatePeriod;

class OpenToNewcomersTest {

    private static final DatePeriod IN_FORCE = DatePeriod.since(TODAY);

    @ParameterizedTest
    @ValueSource(strings = {"CHARTER", "MEMBERSHIP_RULES", "PROTOCOL"})
    void a_document_of_an_allowed_kind_in_force_closes_its_point(String kind) {
        var finding = check(cluster().document(kind, IN_FORCE));

        assertThat(finding.measured()).isEqualTo(new Count(1, 7));
        assertThat(finding.outcome()).isEqualTo(MANUAL);
    }

    @Test
    void a_document_of_another_kind_or_not_in_force_closes_nothing() {
        assertThat(check(cluster().document("OTHER", IN_FORCE)).measured()).isEqualTo(new Count(0, 7));
        assertThat(check(cluster().document("CHARTER", DatePeriod.since(TODAY.plusDays(1))))
                        .measured())
                .isEqualTo(new Count(0, 7));
        assertThat(check(cluster().document("CHARTER", DatePeriod.through(TODAY.minusYears(1), TODAY.minusDays(1))))
                        .measured())
                .isEqualTo(new Count(0, 7));
    }

    @Test
    void on_its_last_day_a_document_is_in_force() {
        assertThat(check(cluster().document("CHARTER", DatePeriod.through(TODAY.minusYears(1), TODAY)))
                        .measured())
                .isEqualTo(new Count(1, 7));
    }

    @Test
    void all_seven_points_meet_it_and_one_refused_refuses_it() {
        assertThat(check(cluster().concluded()).outcome()).isEqualTo(MET);
        assertThat(check(cluster().concluded()).measured()).isEqualTo(new Count(7, 7));
        assertThat(check(cluster().concluded().concluded("NO_VETO", false)).outcome())
                .isEqualTo(NOT_MET);
    }

    @Test
    void a_refusal_without_a_listed_ground_warns_and_decides_nothing() {
        var quiet = check(cluster().concluded());
        var warned = check(cluster().concluded().refused(2, TODAY));

        assertThat(quiet.warnings()).isEmpty();
        assertThat(warned.outcome()).isEqualTo(quiet.outcome()).isEqualTo(MET);
        assertThat(warned.warnings()).containsExactly(Message.of(Reason.REFUSED_WITHOUT_GROUND, 12, 2, TODAY));
    }

    @Test
    void it_does_not_ask_about_members() {
        var finding = check(cluster().smes(2).others(1));

        assertThat(finding.counted()).isEmpty();
        assertThat(finding.notCounted()).isEmpty();
    }

    private static Finding check(ClusterBuilder cluster) {
        return ConceptBook.check(RuleCode.E5, cluster);
    }
}
