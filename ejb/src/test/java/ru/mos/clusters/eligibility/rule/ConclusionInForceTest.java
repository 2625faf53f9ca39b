package ru.mos.clusters.eligibility.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.eligibility.rule.ClusterBuilder.cluster;
import static ru.mos.clusters.eligibility.rule.Outcome.MANUAL;
import static ru.mos.clusters.eligibility.rule.Outcome.MET;
import static ru.mos.clusters.eligibility.rule.Outcome.NOT_MET;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.mos.clusters.platform.DatePeriod;

class ConclusionInForceTest {

    private static final DatePeriod YEAR = DatePeriod.through(LocalDate.of(2026, 1, 15), LocalDate.of(2026, 12, 14));

    @ParameterizedTest(name = "on {0}: {1}")
    @CsvSource({"2026-01-14,MANUAL", "2026-01-15,MET", "2026-12-14,MET", "2026-12-15,MANUAL"})
    void a_conclusion_holds_from_its_first_day_through_its_last(LocalDate day, Outcome expected) {
        assertThat(goals(cluster().on(day).concluded("GOALS", true, YEAR, 0))).isEqualTo(expected);
    }

    @Test
    void of_several_in_force_the_one_recorded_last_holds() {
        assertThat(goals(cluster().concluded("GOALS", false, YEAR, 9).concluded("GOALS", true, YEAR, 2)))
                .isEqualTo(NOT_MET);
        assertThat(goals(cluster().concluded("GOALS", false, YEAR, 2).concluded("GOALS", true, YEAR, 9)))
                .isEqualTo(MET);
    }

    @Test
    void one_recorded_later_but_no_longer_in_force_decides_nothing() {
        var over = DatePeriod.through(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));

        assertThat(goals(cluster().concluded("GOALS", true, YEAR, 0).concluded("GOALS", false, over, 9)))
                .isEqualTo(MET);
    }

    @Test
    void a_conclusion_on_another_part_closes_nothing() {
        assertThat(goals(cluster().concluded("SYNERGY", true))).isEqualTo(MANUAL);
    }

    @Test
    void parts_are_named_as_the_doors_name_them() {
        assertThat(PartRef.parse("GOALS")).contains(PartRef.of(PartCode.GOALS));
        assertThat(PartRef.parse("DECLARATION:7700000016")).isPresent();
        assertThat(PartRef.parse("DECLARATION")).isEmpty();
        assertThat(PartRef.parse("DECLARATION:7700000017")).isEmpty();
        assertThat(PartRef.parse("GOALS:7700000016")).isEmpty();
        assertThat(PartRef.parse("goals")).isEmpty();
    }

    private static Outcome goals(ClusterBuilder cluster) {
        var finding = ConceptBook.check(RuleCode.E1, cluster.smes(3));
        return finding.parts().get(1).outcome();
    }
}
