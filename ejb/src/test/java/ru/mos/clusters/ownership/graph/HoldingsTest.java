package ru.mos.clusters.ownership.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.ownership.graph.Drawing.drawing;

import org.junit.jupiter.api.Test;
import ru.mos.clusters.platform.Fraction;

/** The vectors T1 to T5 of the domain's facts on affiliation, and what a company holds of itself. */
class HoldingsTest {

    @Test
    void t1_a_chain_and_a_direct_stake_add_up_and_a_controlled_company_votes_whole() {
        var holding = drawing()
                .holds("P", 60, "A")
                .holds("A", 40, "B")
                .holds("P", 5, "B")
                .holding("P", "B");

        assertThat(holding)
                .isEqualTo(new Holding(Fraction.of(5, 100), Fraction.of(29, 100), Fraction.of(45, 100), false));
    }

    @Test
    void t2_control_passes_down_where_the_product_fades() {
        var holding = drawing()
                .holds("P", 51, "A")
                .holds("A", 51, "B")
                .holds("B", 51, "C")
                .holding("P", "C");

        assertThat(holding)
                .isEqualTo(new Holding(Fraction.ZERO, Fraction.of(132651, 1000000), Fraction.of(51, 100), true));
    }

    @Test
    void t3_two_chains_add_up_without_control() {
        var holding = drawing()
                .holds("P", 30, "A")
                .holds("P", 30, "B")
                .holds("A", 50, "C")
                .holds("B", 50, "C")
                .holding("P", "C");

        assertThat(holding).isEqualTo(new Holding(Fraction.ZERO, Fraction.of(3, 10), Fraction.ZERO, false));
    }

    @Test
    void t4_a_ring_is_solved_and_an_owner_in_it_gains_nothing_from_itself() {
        var ring = drawing().holds("P", 40, "A").holds("B", 20, "A").holds("A", 50, "B");

        assertThat(ring.holding("P", "A"))
                .isEqualTo(new Holding(Fraction.of(2, 5), Fraction.of(4, 9), Fraction.of(2, 5), false));
        assertThat(ring.holding("P", "B").effective()).isEqualTo(Fraction.of(2, 9));
        assertThat(ring.holding("A", "B"))
                .isEqualTo(new Holding(Fraction.of(1, 2), Fraction.of(1, 2), Fraction.of(1, 2), false));
    }

    @Test
    void t5_votes_pass_a_threshold_that_stake_and_product_do_not() {
        var holding = drawing()
                .holds("P", 60, "A")
                .holds("A", 15, "B")
                .holds("P", 10, "B")
                .holding("P", "B");

        assertThat(holding).isEqualTo(new Holding(Fraction.of(1, 10), Fraction.of(19, 100), Fraction.of(1, 4), false));
    }

    @Test
    void what_a_company_holds_of_itself_belongs_to_its_owners_and_has_no_vote() {
        var own = drawing().holds("P", 40, "A").holds("Q", 20, "A").holds("A", 40, "A");

        assertThat(own.holding("P", "A"))
                .isEqualTo(new Holding(Fraction.of(2, 5), Fraction.of(2, 3), Fraction.of(2, 3), true));
        assertThat(own.holding("A", "A").effective()).isEqualTo(Fraction.ZERO);
    }

    @Test
    void a_ring_that_owns_itself_belongs_to_nobody_and_stops_nobody() {
        var ring = drawing()
                .holds("A", 100, "B")
                .holds("B", 100, "A")
                .holds("A", 30, "C")
                .holds("P", 70, "C");

        assertThat(ring.holding("P", "C").effective()).isEqualTo(Fraction.of(7, 10));
        assertThat(ring.holding("P", "A").effective()).isEqualTo(Fraction.ZERO);
        assertThat(ring.holding("B", "C").effective()).isEqualTo(Fraction.of(3, 10));
    }

    @Test
    void five_companies_in_a_ring_and_fifty_give_their_owner_what_is_left_of_each() {
        for (int size : new int[] {1, 2, 5, 50}) {
            var ring = drawing().holds("P", 10, "R0");
            for (int at = 0; at < size; at++) {
                ring.holds("R" + at, 90, "R" + (at + 1) % size);
            }

            assertThat(ring.holding("P", "R0").effective().compareTo(Fraction.of(1, 10)))
                    .isPositive();
            assertThat(ring.holding("P", "R0").effective().exceeds(Fraction.ONE))
                    .isFalse();
        }
    }

    @Test
    void in_a_clique_of_thirty_everyone_shares_what_the_outsider_leaves() {
        var clique = drawing();
        for (int holder = 0; holder < 30; holder++) {
            for (int held = 0; held < 30; held++) {
                if (holder != held) {
                    clique.holds("K" + holder, Fraction.of(1, 58), "K" + held);
                }
            }
            clique.holds("P", 50, "K" + holder);
        }

        assertThat(clique.holding("P", "K7").effective()).isEqualTo(Fraction.ONE);
    }

    @Test
    void sources_that_give_more_than_the_whole_give_nothing_sure() {
        var holding = drawing().holds("P", 60, "A").holds("Q", 60, "A").holding("P", "A");

        assertThat(holding).isEqualTo(new Holding(Fraction.ZERO, Fraction.ZERO, Fraction.ZERO, false));
    }

    @Test
    void a_party_that_nobody_knows_holds_nothing_known() {
        var graph = drawing().holds("P", 60, "A").graph();

        assertThat(Holdings.of(graph, 999, 20))
                .isEqualTo(new Holding(Fraction.ZERO, Fraction.ZERO, Fraction.ZERO, false));
    }
}
