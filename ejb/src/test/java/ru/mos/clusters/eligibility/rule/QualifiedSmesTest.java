package ru.mos.clusters.eligibility.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.mos.clusters.eligibility.rule.ClusterBuilder.cluster;
import static ru.mos.clusters.eligibility.rule.ClusterBuilder.sign;
import static ru.mos.clusters.eligibility.rule.ConceptBook.always;
import static ru.mos.clusters.eligibility.rule.Finding.State.NOT_QUALIFIED;
import static ru.mos.clusters.eligibility.rule.Finding.State.OUT;
import static ru.mos.clusters.eligibility.rule.Finding.State.UNKNOWN;
import static ru.mos.clusters.eligibility.rule.Qualification.Kind.EXPORT_ORIENTED;
import static ru.mos.clusters.eligibility.rule.Qualification.Kind.INNOVATIVE;
import static ru.mos.clusters.eligibility.rule.Qualification.Kind.MAIN_ACTIVITY;
import static ru.mos.clusters.eligibility.rule.Qualification.Kind.PRODUCTION;
import static ru.mos.clusters.eligibility.rule.RuleBook.ParameterCode.QUALIFIED_LEAST;
import static ru.mos.clusters.eligibility.rule.RuleBook.ParameterCode.QUALIFYING;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.mos.clusters.eligibility.rule.Finding.Count;

class QualifiedSmesTest {

    @ParameterizedTest(name = "threshold {0}")
    @ValueSource(ints = {3, 4, 5, 6, 7, 8})
    void the_threshold_is_met_by_exactly_so_many_and_refused_by_one_less(int least) {
        assertThat(counted(cluster().smes(least), least)).isEqualTo(Outcome.MET);
        assertThat(counted(cluster().smes(least - 1).others(5).plainSmes(5), least))
                .isEqualTo(Outcome.NOT_MET);
    }

    @ParameterizedTest(name = "threshold {0}: {1} sure and {2} unknown")
    @CsvSource({
        "3,3,0,MET", "3,2,1,UNKNOWN", "3,2,0,NOT_MET", "3,0,3,UNKNOWN", "3,0,2,NOT_MET", "3,1,1,NOT_MET",
        "8,8,0,MET", "8,7,1,UNKNOWN", "8,7,0,NOT_MET", "8,0,8,UNKNOWN", "8,3,4,NOT_MET", "8,8,3,MET"
    })
    void unknown_members_leave_it_open_only_where_they_could_decide_it(
            int least, int sure, int unknown, Outcome expected) {
        assertThat(counted(cluster().smes(sure).unknown(unknown).plainSmes(2), least))
                .isEqualTo(expected);
    }

    @Test
    void without_members_it_is_not_met() {
        var finding = check(cluster());

        assertThat(finding.outcome()).isEqualTo(Outcome.NOT_MET);
        assertThat(finding.measured()).isEqualTo(new Count(0, 0));
        assertThat(finding.required()).isEqualTo(new Count(3, 0));
    }

    @Test
    void with_enough_it_still_waits_for_a_person_on_synergy_and_new_knowledge() {
        assertThat(check(cluster().smes(3)).outcome()).isEqualTo(Outcome.MANUAL);
        assertThat(check(cluster().smes(3).concluded("SYNERGY", true)).outcome())
                .isEqualTo(Outcome.MANUAL);
        assertThat(check(cluster().smes(3).concluded("SYNERGY", true).concluded("NEW_KNOWLEDGE", true))
                        .outcome())
                .isEqualTo(Outcome.MET);
        assertThat(check(cluster().smes(3).concluded("SYNERGY", true).concluded("NEW_KNOWLEDGE", false))
                        .outcome())
                .isEqualTo(Outcome.NOT_MET);
    }

    @Test
    void partners_do_not_count_however_innovative() {
        var finding = check(cluster().smes(2).smes(3).asPartners(3).concluded());

        assertThat(finding.outcome()).isEqualTo(Outcome.NOT_MET);
        assertThat(finding.measured()).isEqualTo(new Count(2, 2));
    }

    @Test
    void an_sme_of_any_region_counts() {
        assertThat(check(cluster().smesOfRegion(3, "50").concluded()).outcome()).isEqualTo(Outcome.MET);
    }

    @Test
    void who_does_not_count_is_told_apart() {
        var finding = check(cluster().others(1).unknown(1).plainSmes(1));

        assertThat(finding.notCounted()).extracting(Finding.Entry::state).containsExactly(OUT, UNKNOWN, NOT_QUALIFIED);
        assertThat(finding.notCounted())
                .allSatisfy(entry -> assertThat(entry.facts()).isNotEmpty());
    }

    @Test
    void production_and_export_together_qualify_and_neither_alone_does() {
        var exports = sign(EXPORT_ORIENTED, "CONTRACT");

        assertThat(qualifies(sign(PRODUCTION, "OWN_PLANT"), exports)).isTrue();
        assertThat(qualifies(sign(MAIN_ACTIVITY, "2014:26.30"), exports)).isTrue();
        assertThat(qualifies(exports)).isFalse();
        assertThat(qualifies(sign(MAIN_ACTIVITY, "2014:26.30"))).isFalse();
        assertThat(qualifies(sign(INNOVATIVE, "SKOLKOVO"))).isTrue();
    }

    @ParameterizedTest(name = "{0} is production: {1}")
    @CsvSource({
        "2014:09.90,false", "2014:10,true", "2014:10.1,true", "2014:33.20,true", "2014:35.11,false", "2014:62.01,false",
        "2014:1,false", "2001:15.1,true", "2001:37.10,true", "2001:40.1,false", "2001:10.1,false", "2014:32.50,true"
    })
    void a_main_activity_is_production_within_section_c_of_its_classifier(String activity, boolean production) {
        assertThat(qualifies(sign(MAIN_ACTIVITY, activity), sign(EXPORT_ORIENTED, "CONTRACT")))
                .isEqualTo(production);
    }

    @Test
    void by_the_strict_reading_each_must_be_all_three() {
        var strict = always(QUALIFYING, "INNOVATIVE_PRODUCING_EXPORTER");
        var innovative = sign(INNOVATIVE, "SKOLKOVO");
        var produces = sign(PRODUCTION, "OWN_PLANT");
        var exports = sign(EXPORT_ORIENTED, "CONTRACT");

        assertThat(check(cluster().smes(innovative), strict).counted()).isEmpty();
        assertThat(check(cluster().smes(produces, exports), strict).counted()).isEmpty();
        assertThat(check(cluster().smes(innovative, produces, exports), strict).counted())
                .hasSize(1);
    }

    @Test
    void what_is_lacking_is_named() {
        var finding = check(cluster().smes(sign(PRODUCTION, "OWN_PLANT")));

        assertThat(finding.notCounted())
                .singleElement()
                .satisfies(entry -> assertThat(entry.why().arguments())
                        .containsExactly(java.util.List.of(Signs.Lack.INNOVATION, Signs.Lack.EXPORT)));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 9})
    void a_threshold_lies_between_three_and_eight(int least) {
        assertThatThrownBy(() -> check(cluster(), always(QUALIFIED_LEAST, Integer.toString(least))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static boolean qualifies(Qualification... signs) {
        return !check(cluster().smes(signs)).counted().isEmpty();
    }

    /** What the counting alone comes to: both conclusions are there. */
    private static Outcome counted(ClusterBuilder cluster, int least) {
        return check(cluster.concluded(), always(QUALIFIED_LEAST, Integer.toString(least)))
                .outcome();
    }

    private static Finding check(ClusterBuilder cluster, RuleBook.Parameter... further) {
        return ConceptBook.check(RuleCode.E3, cluster, further);
    }
}
