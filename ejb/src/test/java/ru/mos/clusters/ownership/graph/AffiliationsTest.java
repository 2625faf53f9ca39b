package ru.mos.clusters.ownership.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.mos.clusters.ownership.graph.Drawing.drawing;
import static ru.mos.clusters.ownership.graph.EdgeKind.BOARD;
import static ru.mos.clusters.ownership.graph.EdgeKind.EXECUTIVE;
import static ru.mos.clusters.ownership.graph.EdgeKind.FAMILY;
import static ru.mos.clusters.ownership.graph.EdgeKind.MANAGING_COMPANY;
import static ru.mos.clusters.ownership.graph.PairVerdict.AFFILIATED;
import static ru.mos.clusters.ownership.graph.PairVerdict.MANUAL;
import static ru.mos.clusters.ownership.graph.PairVerdict.NOT_AFFILIATED;
import static ru.mos.clusters.ownership.graph.PairVerdict.UNKNOWN;
import static ru.mos.clusters.ownership.graph.Profile.AFF_948;
import static ru.mos.clusters.ownership.graph.Profile.GROUP_135;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ru.mos.clusters.platform.Fraction;

class AffiliationsTest {

    private static final Fraction FIFTH = Fraction.of(1, 5);
    private static final Fraction HALF = Fraction.of(1, 2);
    private static final Fraction LEAST = Fraction.of(1, 1_000_000_000_000L);

    @Test
    void t2_a_chain_of_control_is_one_group() {
        var chain = drawing().holds("P", 51, "A").holds("A", 51, "B").holds("B", 51, "C");

        var finding = chain.pair("P", "C");

        assertThat(finding.verdict()).isEqualTo(AFFILIATED);
        assertThat(finding.reason()).isEqualTo(Link.GROUP);
        assertThat(facts(chain, finding)).containsExactly("P→A", "A→B", "B→C");
        assertThat(finding.proof().sum()).isEqualTo(Fraction.of(51, 100));
        assertThat(finding.proof().threshold()).isEqualTo(HALF);
    }

    @Test
    void t3_two_halves_without_control_do_not_make_948_affiliates() {
        var finding = drawing()
                .holds("P", 30, "A")
                .holds("P", 30, "B")
                .holds("A", 50, "C")
                .holds("B", 50, "C")
                .pair("P", "C");

        assertThat(finding.verdict()).isEqualTo(NOT_AFFILIATED);
        assertThat(finding.missing()).isEmpty();
        assertThat(finding.examined().parties()).hasSize(4);
    }

    @Test
    void t5_votes_of_a_controlled_company_add_to_ones_own() {
        var graph = drawing().holds("P", 60, "A").holds("A", 15, "B").holds("P", 10, "B");

        var finding = graph.pair("P", "B");

        assertThat(finding.reason()).isEqualTo(Link.HOLDING);
        assertThat(finding.proof().sum()).isEqualTo(Fraction.of(1, 4));
        assertThat(facts(graph, finding)).containsExactlyInAnyOrder("P→A", "A→B", "P→B");
        assertThat(products(finding)).isEqualTo(finding.proof().sum());
    }

    @Test
    void t6_exactly_a_fifth_is_no_link_and_the_least_above_is() {
        assertThat(drawing().holds("P", FIFTH.minus(LEAST), "A").pair("P", "A").verdict())
                .isEqualTo(NOT_AFFILIATED);
        assertThat(drawing().holds("P", FIFTH, "A").pair("P", "A").verdict()).isEqualTo(NOT_AFFILIATED);
        assertThat(drawing().holds("P", FIFTH.plus(LEAST), "A").pair("P", "A").verdict())
                .isEqualTo(AFFILIATED);
    }

    @Test
    void t7_founders_of_the_cluster_organisation_are_not_linked_by_it() {
        var third = Fraction.of(1, 3);
        var founders = drawing()
                .holds("A", third, "O")
                .holds("B", third, "O")
                .holds("C", third, "O")
                .is("A", MANAGING_COMPANY, "O");

        assertThat(founders.pair(AFF_948, "A", "B", "O").verdict()).isEqualTo(NOT_AFFILIATED);
        assertThat(founders.pair(AFF_948, "B", "C", "O").verdict()).isEqualTo(NOT_AFFILIATED);
    }

    @Test
    void t8_one_sole_executive_makes_a_group() {
        var graph = drawing().is("p", EXECUTIVE, "A").is("p", EXECUTIVE, "B");

        var finding = graph.pair(GROUP_135, "A", "B");

        assertThat(finding.reason()).isEqualTo(Link.GROUP);
        assertThat(facts(graph, finding)).containsExactlyInAnyOrder("p→A", "p→B");
    }

    @Test
    void t9_a_joint_stock_company_whose_shareholders_nobody_shows_is_unknown() {
        var graph = drawing().holds("P", 100, "A").is("p", EXECUTIVE, "B").missing("B", Missing.SHAREHOLDERS_OF_AO);

        var finding = graph.pair("A", "B");

        assertThat(finding.verdict()).isEqualTo(UNKNOWN);
        assertThat(finding.missing()).containsExactly(new MissingItem(graph.id("B"), Missing.SHAREHOLDERS_OF_AO));
        assertThat(finding.proof()).isNull();
    }

    @Test
    void exactly_half_controls_nothing_and_the_least_above_does() {
        assertThat(drawing()
                        .holds("p", HALF, "A")
                        .holds("p", HALF, "B")
                        .pair("A", "B")
                        .verdict())
                .isEqualTo(NOT_AFFILIATED);
        assertThat(drawing()
                        .holds("p", HALF.plus(LEAST), "A")
                        .holds("p", HALF.plus(LEAST), "B")
                        .pair("A", "B")
                        .verdict())
                .isEqualTo(AFFILIATED);
    }

    @Test
    void votes_that_differ_from_the_share_decide() {
        assertThat(drawing()
                        .votes("P", Fraction.of(1, 10), Fraction.of(6, 10), "A")
                        .pair("P", "A")
                        .reason())
                .isEqualTo(Link.GROUP);
        assertThat(drawing()
                        .votes("P", Fraction.of(9, 10), Fraction.of(1, 10), "A")
                        .pair("P", "A")
                        .verdict())
                .isEqualTo(NOT_AFFILIATED);
    }

    @Test
    void spouses_sum_their_votes() {
        var graph = drawing()
                .is("p", FAMILY, "q")
                .holds("p", 30, "A")
                .holds("q", 30, "A")
                .holds("q", 60, "B");

        var finding = graph.pair("A", "B");

        assertThat(finding.reason()).isEqualTo(Link.GROUP);
        assertThat(facts(graph, finding)).containsExactlyInAnyOrder("p→q", "p→A", "q→A", "q→B");
        assertMinimal(finding);
    }

    @Test
    void a_group_can_close_through_a_common_subsidiary() {
        var graph = drawing().holds("A", 60, "S").is("B", MANAGING_COMPANY, "S");

        assertThat(graph.pair("A", "B").reason()).isEqualTo(Link.GROUP);
    }

    @Test
    void the_same_persons_on_more_than_half_of_both_boards_make_a_group_and_half_does_not() {
        var half = board("A", 4)
                .is("a1", BOARD, "B")
                .is("a2", BOARD, "B")
                .is("b1", BOARD, "B")
                .is("b2", BOARD, "B");
        var most = board("A", 3).is("a1", BOARD, "B").is("a2", BOARD, "B").is("b1", BOARD, "B");

        assertThat(half.pair("A", "B").verdict()).isEqualTo(NOT_AFFILIATED);
        assertThat(most.pair("A", "B").reason()).isEqualTo(Link.GROUP);
    }

    @Test
    void one_common_board_member_links_only_where_the_profile_says_so() {
        var graph = board("A", 3).is("a1", BOARD, "B").is("b1", BOARD, "B").is("b2", BOARD, "B");

        assertThat(graph.pair("A", "B").verdict()).isEqualTo(NOT_AFFILIATED);
        assertThat(graph.pair(AFF_948.readings(false, true, true, true), "A", "B")
                        .reason())
                .isEqualTo(Link.BODY);
    }

    @Test
    void the_executive_of_one_on_the_board_of_the_other_links_them() {
        var graph = drawing()
                .is("p", EXECUTIVE, "A")
                .is("p", BOARD, "B")
                .is("q", BOARD, "B")
                .is("r", BOARD, "B");

        var finding = graph.pair("A", "B");

        assertThat(finding.reason()).isEqualTo(Link.BODY);
        assertThat(facts(graph, finding)).containsExactly("p→A", "p→B");
        assertThat(graph.pair(AFF_948.readings(false, false, false, true), "A", "B")
                        .verdict())
                .isEqualTo(NOT_AFFILIATED);
    }

    @Test
    void an_investor_of_both_links_them_only_where_the_profile_says_so() {
        var graph = drawing().holds("P", 26, "A").holds("P", 30, "B");
        var exactly = drawing().holds("P", 25, "A").holds("P", 30, "B");
        var on = AFF_948.readings(true, true, false, true);

        assertThat(graph.pair("A", "B").verdict()).isEqualTo(NOT_AFFILIATED);
        assertThat(graph.pair(on, "A", "B").reason()).isEqualTo(Link.COMMON_HOLDER);
        assertThat(exactly.pair(on, "A", "B").verdict()).isEqualTo(NOT_AFFILIATED);
    }

    @Test
    void the_state_connects_nobody_unless_the_profile_says_so() {
        var graph =
                drawing().party("M", PartyKind.PUBLIC_BODY).holds("M", 60, "A").holds("M", 60, "B");

        assertThat(graph.pair("A", "B").verdict()).isEqualTo(NOT_AFFILIATED);
        assertThat(graph.pair(AFF_948.readings(false, true, false, false), "A", "B")
                        .verdict())
                .isEqualTo(AFFILIATED);
    }

    @Test
    void a_holding_of_the_group_is_not_passed_on() {
        var graph = drawing().holds("A", 30, "B").holds("B", 30, "C");

        assertThat(graph.pair("A", "B").verdict()).isEqualTo(AFFILIATED);
        assertThat(graph.pair("A", "C").verdict()).isEqualTo(NOT_AFFILIATED);
        assertThat(graph.pair(GROUP_135, "A", "B").verdict()).isEqualTo(NOT_AFFILIATED);
    }

    @Test
    void an_unknown_owner_of_too_little_changes_nothing() {
        var little = drawing().holds("P", 90, "B").missing("B", Missing.OWNERS).holds("q", 100, "A");
        var enough = drawing().holds("P", 79, "B").missing("B", Missing.OWNERS).holds("q", 100, "A");

        assertThat(little.pair("A", "B").verdict()).isEqualTo(NOT_AFFILIATED);
        assertThat(enough.pair("A", "B").verdict()).isEqualTo(UNKNOWN);
    }

    @Test
    void what_is_known_of_a_group_and_what_is_unknown_add_up() {
        var graph = drawing()
                .holds("A", 15, "B")
                .holds("P", 79, "B")
                .missing("B", Missing.OWNERS)
                .holds("q", 100, "A");

        assertThat(graph.pair("A", "B").missing()).containsExactly(new MissingItem(graph.id("B"), Missing.OWNERS));
        assertThat(graph.pair("A", "P").verdict()).isEqualTo(NOT_AFFILIATED);
    }

    @Test
    void a_holder_whose_own_owners_are_unknown_matters_by_what_it_holds() {
        var ten = drawing()
                .holds("F", 10, "B")
                .holds("P", 90, "B")
                .missing("F", Missing.FOREIGN)
                .holds("q", 100, "A");
        var thirty = drawing()
                .holds("F", 30, "B")
                .holds("P", 70, "B")
                .missing("F", Missing.FOREIGN)
                .holds("q", 100, "A");

        assertThat(ten.pair("A", "B").verdict()).isEqualTo(NOT_AFFILIATED);
        assertThat(thirty.pair("A", "B").missing()).containsExactly(new MissingItem(thirty.id("F"), Missing.FOREIGN));
    }

    @Test
    void only_together_enough_is_named_together() {
        var graph = drawing()
                .holds("F", 15, "B")
                .holds("P", 75, "B")
                .missing("F", Missing.SHAREHOLDERS_OF_AO)
                .missing("B", Missing.OWNERS)
                .holds("q", 100, "A");

        assertThat(graph.pair("A", "B").missing())
                .containsExactlyInAnyOrder(
                        new MissingItem(graph.id("F"), Missing.SHAREHOLDERS_OF_AO),
                        new MissingItem(graph.id("B"), Missing.OWNERS));
    }

    @ParameterizedTest
    @EnumSource(
            value = Missing.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"WORK_LIMIT", "BEYOND_DEPTH", "SAME_NAME"})
    void nothing_that_is_missing_about_a_participant_lets_it_be_declared_free(Missing what) {
        var graph = drawing()
                .holds("q", 100, "A")
                .party("B", PartyKind.LEGAL_ENTITY)
                .missing("B", what);

        assertThat(graph.pair("A", "B").verdict()).isEqualTo(UNKNOWN);
        assertThat(graph.pair("B", "A").missing()).containsExactly(new MissingItem(graph.id("B"), what));
    }

    @Test
    void a_missing_executive_could_be_anyone() {
        var graph = drawing().holds("q", 100, "A").holds("P", 100, "B").missing("B", Missing.EXECUTIVE);

        assertThat(graph.pair("A", "B").missing()).containsExactly(new MissingItem(graph.id("B"), Missing.EXECUTIVE));
    }

    @Test
    void what_is_not_sure_links_nobody_and_frees_nobody() {
        var share = drawing().mayHold("P", 60, "B");
        var executive = drawing().is("p", EXECUTIVE, "A").maybe("p", EXECUTIVE, "B");
        var family = drawing().holds("p", 60, "A").holds("q", 60, "B").maybe("p", FAMILY, "q");

        assertThat(share.pair("P", "B").missing()).containsExactly(new MissingItem(share.id("B"), Missing.SHARE));
        assertThat(executive.pair("A", "B").missing())
                .containsExactly(new MissingItem(executive.id("B"), Missing.EXECUTIVE));
        assertThat(family.pair("A", "B").verdict()).isEqualTo(UNKNOWN);
    }

    @Test
    void persons_of_one_name_are_for_a_human_to_tell_apart() {
        var graph = drawing()
                .holds("p", 60, "A")
                .holds("q", 60, "B")
                .sameName("p", "q")
                .missing("p", Missing.NO_INN);

        var finding = graph.pair("A", "B");

        assertThat(finding.verdict()).isEqualTo(MANUAL);
        assertThat(finding.missing())
                .containsExactly(
                        new MissingItem(graph.id("p"), Missing.SAME_NAME),
                        new MissingItem(graph.id("q"), Missing.SAME_NAME));
    }

    @Test
    void where_facts_are_missing_too_names_do_not_make_it_a_matter_for_a_human_alone() {
        var graph = drawing()
                .holds("p", 60, "A")
                .holds("q", 60, "B")
                .sameName("p", "q")
                .missing("B", Missing.EXECUTIVE);

        assertThat(graph.pair("A", "B").verdict()).isEqualTo(UNKNOWN);
        assertThat(graph.pair("A", "B").missing()).hasSize(3);
    }

    @Test
    void a_namesake_of_the_executive_on_the_board_of_the_other_is_for_a_human_to_tell_apart() {
        var graph = drawing().is("p", EXECUTIVE, "A").is("q", BOARD, "B").sameName("p", "q");

        assertThat(graph.pair("A", "B").verdict()).isEqualTo(MANUAL);
    }

    @Test
    void namesakes_who_would_link_nothing_leave_the_pair_free() {
        var graph = drawing().holds("p", 10, "A").holds("q", 10, "B").sameName("p", "q");

        assertThat(graph.pair("A", "B").verdict()).isEqualTo(NOT_AFFILIATED);
    }

    @Test
    void a_founder_without_any_identifier_may_be_anyone() {
        var graph = drawing().holds("p", 60, "A").holds("q", 60, "B").missing("p", Missing.NO_INN);

        assertThat(graph.pair("A", "B").missing()).containsExactly(new MissingItem(graph.id("p"), Missing.NO_INN));
    }

    @Test
    void an_entrepreneur_is_linked_with_the_company_it_directs() {
        assertThat(drawing().is("p", EXECUTIVE, "A").pair("p", "A").reason()).isEqualTo(Link.GROUP);
        assertThat(drawing().holds("p", 21, "A").pair("A", "p").reason()).isEqualTo(Link.HOLDING);
    }

    @Test
    void a_participant_that_is_in_no_source_is_unknown() {
        var affiliations = Affiliations.of(drawing().holds("p", 60, "A").graph(), AFF_948, java.util.Set.of());

        assertThat(affiliations.pair(20, 999).missing()).containsExactly(new MissingItem(999, Missing.NO_EXTRACT));
        assertThat(affiliations.pair(20, 999).verdict()).isEqualTo(UNKNOWN);
    }

    @Test
    void sources_that_contradict_each_other_make_it_unknown() {
        var graph = drawing().holds("P", 60, "B").holds("Q", 60, "B").holds("q", 100, "A");

        assertThat(graph.pair("P", "B").missing())
                .containsExactly(new MissingItem(graph.id("B"), Missing.SOURCES_DISAGREE));
        assertThat(graph.pair("A", "B").verdict()).isEqualTo(UNKNOWN);
    }

    @Test
    void beyond_the_work_limit_the_answer_is_not_determined() {
        var hub = drawing();
        for (int at = 0; at < 50; at++) {
            hub.holds("p", 60, "H" + at);
        }

        var finding = hub.pair(AFF_948.limits(100, 10), "H1", "H2");
        var free = hub.holds("q", 100, "Z").pair(AFF_948.limits(100, 10), "H1", "Z");

        assertThat(finding.verdict()).isNotEqualTo(NOT_AFFILIATED);
        assertThat(free.verdict()).isEqualTo(UNKNOWN);
        assertThat(free.missing()).extracting(MissingItem::what).containsOnly(Missing.WORK_LIMIT);
    }

    @Test
    void what_lies_beyond_the_depth_is_missing_and_not_absent() {
        var chain = drawing()
                .holds("p", 60, "X")
                .holds("X", 60, "A")
                .holds("p", 60, "Y")
                .holds("Y", 60, "B");

        assertThat(chain.pair(AFF_948.limits(1, 1000), "A", "B").verdict()).isEqualTo(UNKNOWN);
        assertThat(chain.pair(AFF_948.limits(2, 1000), "A", "B").verdict()).isEqualTo(AFFILIATED);
    }

    @Test
    void unknown_votes_of_a_company_below_could_link_its_holder_with_whoever_directs_it() {
        var below = drawing().holds("A", 30, "J").is("B", MANAGING_COMPANY, "J").missing("J", Missing.OWNERS);

        assertThat(below.pair(GROUP_135, "A", "B").verdict()).isEqualTo(UNKNOWN);
        assertThat(below.pair("A", "B").missing()).containsExactly(new MissingItem(below.id("J"), Missing.OWNERS));
    }

    @Test
    void unknown_votes_of_a_company_below_that_do_not_suffice_link_nobody() {
        var half = drawing()
                .holds("A", 30, "J")
                .holds("p", 50, "J")
                .is("B", MANAGING_COMPANY, "J")
                .missing("J", Missing.OWNERS);
        var more = drawing()
                .holds("A", Fraction.of(1, 2).minus(LEAST), "J")
                .holds("p", Fraction.of(1, 2).minus(LEAST), "J")
                .is("B", MANAGING_COMPANY, "J")
                .missing("J", Missing.OWNERS);

        assertThat(half.pair("A", "B").verdict()).isEqualTo(NOT_AFFILIATED);
        assertThat(more.pair("A", "B").verdict()).isEqualTo(UNKNOWN);
    }

    @Test
    void a_company_below_of_which_neither_is_known_to_have_a_part_links_nobody() {
        var below = drawing()
                .is("B", MANAGING_COMPANY, "J")
                .missing("J", Missing.OWNERS)
                .holds("p", 60, "A");

        assertThat(below.pair("A", "B").verdict()).isEqualTo(NOT_AFFILIATED);
    }

    @Test
    void who_may_still_direct_or_hold_a_company_below_may_be_linked_by_it() {
        var directs = drawing().holds("A", 60, "J").maybe("B", MANAGING_COMPANY, "J");
        var holds = drawing().mayHold("A", 60, "J").is("B", MANAGING_COMPANY, "J");
        var both = drawing()
                .mayHold("A", 60, "J")
                .maybe("B", MANAGING_COMPANY, "J")
                .missing("J", Missing.EXTRACT_TOO_OLD);

        assertThat(directs.pair("A", "B").verdict()).isEqualTo(UNKNOWN);
        assertThat(holds.pair("A", "B").verdict()).isEqualTo(UNKNOWN);
        assertThat(both.pair("A", "B").verdict()).isEqualTo(UNKNOWN);
        assertThat(both.pair("A", "B").missing())
                .extracting(MissingItem::what)
                .containsExactly(Missing.EXTRACT_TOO_OLD);
    }

    @Test
    void a_company_below_held_jointly_and_open_can_hold_too_much_of_the_other() {
        var graph = drawing()
                .holds("A", 60, "X")
                .holds("X", 30, "J")
                .missing("J", Missing.OWNERS)
                .is("M", MANAGING_COMPANY, "J")
                .holds("M", 30, "B");

        assertThat(graph.pair(GROUP_135, "A", "B").verdict()).isEqualTo(NOT_AFFILIATED);
        assertThat(graph.pair("A", "B").verdict()).isEqualTo(UNKNOWN);
    }

    @Test
    void a_company_that_holds_itself_gives_its_votes_to_the_others() {
        var graph = drawing().holds("P", 16, "A").holds("A", 40, "A").holds("Q", 44, "A");

        assertThat(graph.pair("P", "A").proof().sum()).isEqualTo(Fraction.of(16, 60));
    }

    @Test
    void companies_in_a_ring_of_fifty_are_one_group() {
        var ring = drawing();
        for (int at = 0; at < 50; at++) {
            ring.holds("R" + at, 51, "R" + (at + 1) % 50);
        }

        var finding = ring.pair("R0", "R25");

        assertThat(finding.proof().edges()).hasSize(25);
    }

    @Test
    void a_clique_of_thirty_without_control_is_free_and_quick() {
        var clique = drawing();
        for (int holder = 0; holder < 30; holder++) {
            for (int held = 0; held < 30; held++) {
                if (holder != held) {
                    clique.holds("K" + holder, Fraction.of(1, 29), "K" + held);
                }
            }
        }

        assertThat(clique.pair("K0", "K1").verdict()).isEqualTo(NOT_AFFILIATED);
    }

    @Test
    void a_threshold_of_control_below_half_is_refused() {
        assertThatThrownBy(() -> AFF_948.thresholds(FIFTH, FIFTH, FIFTH)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Without any one of its facts the proof proves no longer. */
    private static void assertMinimal(PairFinding finding) {
        for (var spared : finding.proof().edges()) {
            var rest = new ArrayList<>(finding.proof().edges());
            rest.remove(spared);
            var without = Affiliations.of(Drawing.of(rest, finding), AFF_948, java.util.Set.of())
                    .pair(finding.a(), finding.b());
            assertThat(without.reason()).isNotEqualTo(finding.reason());
        }
    }

    private static Drawing board(String company, int size) {
        var graph = drawing();
        for (int seat = 1; seat <= size; seat++) {
            graph.is(company.toLowerCase(java.util.Locale.ROOT) + seat, BOARD, company);
        }
        return graph;
    }

    private static List<String> facts(Drawing graph, PairFinding finding) {
        return finding.proof().edges().stream()
                .map(edge -> graph.name(edge.from()) + "→" + graph.name(edge.to()))
                .toList();
    }

    private static Fraction products(PairFinding finding) {
        return finding.proof().paths().stream().map(Path::product).reduce(Fraction.ZERO, Fraction::plus);
    }
}
