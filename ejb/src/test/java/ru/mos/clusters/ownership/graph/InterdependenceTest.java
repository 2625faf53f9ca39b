package ru.mos.clusters.ownership.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.ownership.graph.Drawing.drawing;
import static ru.mos.clusters.ownership.graph.EdgeKind.BOARD;
import static ru.mos.clusters.ownership.graph.EdgeKind.EXECUTIVE;
import static ru.mos.clusters.ownership.graph.EdgeKind.FAMILY;
import static ru.mos.clusters.ownership.graph.PairVerdict.NOT_AFFILIATED;
import static ru.mos.clusters.ownership.graph.PairVerdict.UNKNOWN;
import static ru.mos.clusters.ownership.graph.Profile.INTERDEP_105;

import org.junit.jupiter.api.Test;
import ru.mos.clusters.platform.Fraction;

class InterdependenceTest {

    @Test
    void t3_two_chains_of_fifteen_make_thirty() {
        var finding = drawing()
                .holds("P", 30, "A")
                .holds("P", 30, "B")
                .holds("A", 50, "C")
                .holds("B", 50, "C")
                .pair(INTERDEP_105, "P", "C");

        assertThat(finding.reason()).isEqualTo(Link.HOLDING);
        assertThat(finding.proof().sum()).isEqualTo(Fraction.of(3, 10));
        assertThat(finding.proof().paths()).hasSize(2);
    }

    @Test
    void t2_a_chain_of_control_fades_below_a_quarter() {
        var chain = drawing().holds("P", 51, "A").holds("A", 51, "B").holds("B", 51, "C");

        assertThat(chain.pair(INTERDEP_105, "P", "C").verdict()).isEqualTo(NOT_AFFILIATED);
        assertThat(chain.pair(INTERDEP_105, "P", "B").reason()).isEqualTo(Link.HOLDING);
    }

    @Test
    void exactly_a_quarter_is_no_link_and_the_least_above_is() {
        var quarter = Fraction.of(1, 4);

        assertThat(drawing()
                        .holds("P", quarter, "A")
                        .pair(INTERDEP_105, "P", "A")
                        .verdict())
                .isEqualTo(NOT_AFFILIATED);
        assertThat(drawing()
                        .holds("P", quarter.plus(Fraction.of(1, 1_000_000_000_000L)), "A")
                        .pair(INTERDEP_105, "P", "A")
                        .reason())
                .isEqualTo(Link.HOLDING);
    }

    @Test
    void a_ring_adds_what_its_simple_chains_do_not_show() {
        var finding = drawing()
                .holds("P", 24, "A")
                .holds("B", 20, "A")
                .holds("A", 50, "B")
                .pair(INTERDEP_105, "P", "A");

        assertThat(finding.reason()).isEqualTo(Link.HOLDING);
        assertThat(finding.proof().sum().exceeds(Fraction.of(1, 4))).isTrue();
        assertThat(finding.proof().edges()).hasSize(3);
    }

    @Test
    void the_same_holder_of_more_than_a_quarter_of_both_links_them() {
        assertThat(drawing()
                        .holds("P", 26, "A")
                        .holds("P", 30, "B")
                        .pair(INTERDEP_105, "A", "B")
                        .reason())
                .isEqualTo(Link.COMMON_HOLDER);
        assertThat(drawing()
                        .holds("P", 25, "A")
                        .holds("P", 30, "B")
                        .pair(INTERDEP_105, "A", "B")
                        .verdict())
                .isEqualTo(NOT_AFFILIATED);
    }

    @Test
    void relatives_hold_together_and_theirs_do_not() {
        var couple = drawing().is("p", FAMILY, "q").holds("p", 15, "A").holds("q", 15, "A");
        var inLaws = drawing()
                .is("p", FAMILY, "q")
                .is("q", FAMILY, "r")
                .holds("p", 15, "A")
                .holds("r", 15, "A");

        assertThat(couple.pair(INTERDEP_105, "p", "A").reason()).isEqualTo(Link.HOLDING);
        assertThat(inLaws.pair(INTERDEP_105, "p", "A").verdict()).isEqualTo(NOT_AFFILIATED);
        assertThat(couple.pair(INTERDEP_105, "p", "q").reason()).isEqualTo(Link.FAMILY);
    }

    @Test
    void bodies_link_by_one_executive_and_by_half_of_both_boards() {
        var executive = drawing().is("p", EXECUTIVE, "A").is("p", EXECUTIVE, "B");
        var half = drawing()
                .is("p", BOARD, "A")
                .is("q", BOARD, "A")
                .is("p", BOARD, "B")
                .is("r", BOARD, "B");
        var third = half.is("s", BOARD, "C").is("p", BOARD, "C").is("t", BOARD, "C");

        assertThat(executive.pair(INTERDEP_105, "A", "B").reason()).isEqualTo(Link.BODY);
        assertThat(half.pair(INTERDEP_105, "A", "B").reason()).isEqualTo(Link.BODY);
        assertThat(third.pair(INTERDEP_105, "A", "C").verdict()).isEqualTo(NOT_AFFILIATED);
    }

    @Test
    void unknown_shares_count_by_what_they_bring_down() {
        var little = drawing()
                .holds("F", 40, "B")
                .holds("P", 60, "B")
                .holds("Q", 40, "F")
                .missing("F", Missing.OWNERS);
        var enough = drawing()
                .holds("F", 40, "B")
                .holds("P", 60, "B")
                .holds("Q", 30, "F")
                .missing("F", Missing.OWNERS);

        assertThat(little.holds("R", 100, "A").pair(INTERDEP_105, "A", "B").verdict())
                .isEqualTo(NOT_AFFILIATED);
        assertThat(enough.holds("R", 100, "A").pair(INTERDEP_105, "A", "B").verdict())
                .isEqualTo(UNKNOWN);
    }
}
