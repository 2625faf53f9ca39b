package ru.mos.clusters.eligibility.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.eligibility.rule.ClusterBuilder.cluster;
import static ru.mos.clusters.eligibility.rule.ClusterBuilder.inn;
import static ru.mos.clusters.eligibility.rule.Outcome.MET;
import static ru.mos.clusters.eligibility.rule.Outcome.NOT_MET;
import static ru.mos.clusters.eligibility.rule.Outcome.UNKNOWN;

import org.junit.jupiter.api.Test;
import ru.mos.clusters.eligibility.rule.Finding.Count;

class DeclaredUnaffiliatedTest {

    @Test
    void it_is_met_only_by_declarations_of_all_members_and_says_that_it_rests_on_them() {
        var some = cluster().smes(3).concluded(declaration(1), true).concluded(declaration(2), true);

        var open = check(some);
        var met = check(some.concluded(declaration(3), true));

        assertThat(open.outcome()).isEqualTo(UNKNOWN);
        assertThat(open.parts()).extracting(Finding.Part::outcome).containsExactly(MET, MET, UNKNOWN);
        assertThat(met.outcome()).isEqualTo(MET);
        assertThat(met.warnings()).extracting(Message::reason).containsExactly(Reason.BY_DECLARATION);
        assertThat(met.counted().get(0).facts().get(0).source().kind()).isEqualTo(Source.Kind.DECLARATION);
        assertThat(met.measured()).isEqualTo(new Count(0, 3));
        assertThat(met.required()).isEqualTo(new Count(0, 3));
    }

    @Test
    void one_declared_link_refutes_it_whatever_the_others_declare() {
        var finding = check(cluster().smes(7).concluded(declaration(2), false));

        assertThat(finding.outcome()).isEqualTo(NOT_MET);
        assertThat(finding.measured()).isEqualTo(new Count(1, 21));
        assertThat(finding.required()).isEqualTo(new Count(0, 21));
    }

    @Test
    void both_ends_of_the_only_pair_declare_one_link() {
        var finding = check(cluster().smes(2).concluded(declaration(1), false).concluded(declaration(2), false));

        assertThat(finding.measured()).isEqualTo(new Count(1, 1));
    }

    @Test
    void without_any_declaration_nothing_is_known() {
        var finding = check(cluster().smes(4));

        assertThat(finding.outcome()).isEqualTo(UNKNOWN);
        assertThat(finding.warnings()).isEmpty();
        assertThat(finding.parts())
                .extracting(part -> part.ref().toString())
                .containsExactly(declaration(1), declaration(2), declaration(3), declaration(4));
    }

    @Test
    void a_later_declaration_takes_the_place_of_an_earlier_one() {
        var corrected = cluster().smes(1).concluded(declaration(1), false).concluded(declaration(1), true);

        assertThat(check(corrected).outcome()).isEqualTo(MET);
    }

    @Test
    void partners_are_not_asked() {
        var finding = check(cluster().smes(1).others(1).asPartners(1).concluded(declaration(1), true));

        assertThat(finding.outcome()).isEqualTo(MET);
        assertThat(finding.parts()).hasSize(1);
    }

    @Test
    void without_members_it_is_not_met() {
        assertThat(check(cluster()).outcome()).isEqualTo(NOT_MET);
    }

    private static String declaration(int member) {
        return "DECLARATION:" + inn(member);
    }

    private static Finding check(ClusterBuilder cluster) {
        return ConceptBook.check(RuleCode.E4, cluster);
    }
}
