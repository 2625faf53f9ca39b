package ru.mos.clusters.eligibility.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.eligibility.rule.ClusterBuilder.cluster;
import static ru.mos.clusters.eligibility.rule.ClusterBuilder.inn;
import static ru.mos.clusters.eligibility.rule.Outcome.MANUAL;
import static ru.mos.clusters.eligibility.rule.Outcome.MET;
import static ru.mos.clusters.eligibility.rule.Outcome.NOT_MET;
import static ru.mos.clusters.eligibility.rule.Outcome.UNKNOWN;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.eligibility.rule.Finding.Count;
import ru.mos.clusters.eligibility.rule.Finding.Entry;
import ru.mos.clusters.eligibility.rule.Finding.State;
import ru.mos.clusters.eligibility.rule.OwnershipLinks.Known;
import ru.mos.clusters.eligibility.rule.OwnershipLinks.Pair;
import ru.mos.clusters.platform.Citation;
import ru.mos.clusters.platform.Inn;

class NotAffiliatedTest {

    private static final Known SEEN = new Known(List.of(), List.of());
    private static final Known GAP =
            new Known(List.of(Message.of(Reason.GAP_SHAREHOLDERS_OF_AO, "АО «Гамма»")), List.of());

    @Test
    void it_is_met_when_all_members_are_known_and_none_is_linked_without_any_declaration() {
        var finding = check(cluster().smes(3).links(links(true, Map.of(1, SEEN, 2, SEEN, 3, SEEN))));

        assertThat(finding.outcome()).isEqualTo(MET);
        assertThat(finding.parts()).isEmpty();
        assertThat(finding.warnings()).isEmpty();
        assertThat(finding.measured()).isEqualTo(new Count(0, 3));
        assertThat(finding.counted()).hasSize(3);
    }

    @Test
    void one_linked_pair_refutes_it_whatever_is_declared() {
        var linked = cluster()
                .smes(3)
                .links(links(true, Map.of(1, SEEN, 2, SEEN, 3, SEEN), pair(1, 2, true)))
                .concluded(declaration(1), true)
                .concluded(declaration(2), true);

        var finding = check(linked);

        assertThat(finding.outcome()).isEqualTo(NOT_MET);
        assertThat(finding.measured()).isEqualTo(new Count(1, 3));
        assertThat(states(finding, State.NOT_QUALIFIED)).containsExactly(inn(1), inn(2));
        assertThat(finding.counted()).extracting(entry -> entry.subject().inn()).containsExactly(inn(3));
        assertThat(finding.parts()).extracting(part -> part.ref().toString()).contains("LINK:" + inn(1) + ":" + inn(2));
    }

    @Test
    void what_no_source_shows_of_a_member_leaves_it_open() {
        var finding = check(cluster().smes(3).links(links(true, Map.of(1, SEEN, 2, GAP, 3, SEEN))));

        assertThat(finding.outcome()).isEqualTo(UNKNOWN);
        assertThat(states(finding, State.UNKNOWN)).containsExactly(inn(2));
    }

    @Test
    void of_a_member_nobody_has_looked_at_nothing_is_known() {
        assertThat(check(cluster().smes(2).links(links(true, Map.of(1, SEEN)))).outcome())
                .isEqualTo(UNKNOWN);
    }

    @Test
    void a_declaration_fills_the_gap_of_its_own_member_and_says_so() {
        var shown = links(true, Map.of(1, SEEN, 2, GAP, 3, SEEN));

        var another = check(cluster().smes(3).links(shown).concluded(declaration(1), true));
        var own = check(cluster().smes(3).links(shown).concluded(declaration(2), true));

        assertThat(another.outcome()).isEqualTo(UNKNOWN);
        assertThat(own.outcome()).isEqualTo(MET);
        assertThat(own.warnings()).extracting(Message::reason).containsExactly(Reason.PARTLY_BY_DECLARATION);
    }

    @Test
    void where_declarations_do_not_count_the_gap_stays() {
        var finding = check(
                cluster().smes(2).links(links(false, Map.of(1, SEEN, 2, GAP))).concluded(declaration(2), true));

        assertThat(finding.outcome()).isEqualTo(UNKNOWN);
    }

    @Test
    void a_declaration_does_not_stand_for_a_search_that_was_given_up() {
        var givenUp = new Known(List.of(Message.of(Reason.GAP_WORK_LIMIT, "ООО «Первое»")), List.of());

        var finding = check(cluster()
                .smes(2)
                .links(links(true, Map.of(1, SEEN, 2, givenUp)))
                .concluded(declaration(1), true)
                .concluded(declaration(2), true));

        assertThat(finding.outcome()).isEqualTo(UNKNOWN);
    }

    @Test
    void a_declared_link_refutes_it_though_no_source_shows_one() {
        var finding = check(
                cluster().smes(2).links(links(true, Map.of(1, SEEN, 2, SEEN))).concluded(declaration(1), false));

        assertThat(finding.outcome()).isEqualTo(NOT_MET);
        assertThat(finding.measured()).isEqualTo(new Count(1, 1));
    }

    @Test
    void persons_of_one_name_wait_for_somebody_who_tells_them_apart() {
        var finding = check(cluster().smes(2).links(links(true, Map.of(1, SEEN, 2, SEEN), pair(1, 2, false))));

        assertThat(finding.outcome()).isEqualTo(MANUAL);
        assertThat(finding.parts()).extracting(Finding.Part::outcome).containsExactly(MANUAL);
    }

    @Test
    void declarations_of_all_members_alone_meet_it_with_the_warning_that_it_rests_on_them() {
        var finding = check(cluster()
                .smes(2)
                .links(links(true, Map.of()))
                .concluded(declaration(1), true)
                .concluded(declaration(2), true));

        assertThat(finding.outcome()).isEqualTo(MET);
        assertThat(finding.warnings()).extracting(Message::reason).containsExactly(Reason.BY_DECLARATION);
    }

    @Test
    void an_organisation_without_members_does_not_meet_it() {
        assertThat(check(cluster()).outcome()).isEqualTo(NOT_MET);
    }

    private static List<Inn> states(Finding finding, State state) {
        return finding.notCounted().stream()
                .filter(entry -> entry.state() == state)
                .map(Entry::subject)
                .map(Subject::inn)
                .toList();
    }

    private static String declaration(int number) {
        return "DECLARATION:" + inn(number);
    }

    private static Pair pair(int one, int other, boolean certain) {
        return new Pair(inn(one), inn(other), certain, Message.of(Reason.PAIR_SAME_NAME, "", ""), List.of());
    }

    private static OwnershipLinks links(boolean declarations, Map<Integer, Known> members, Pair... pairs) {
        var known = new HashMap<Inn, Known>();
        members.forEach((number, each) -> known.put(inn(number), each));
        return new OwnershipLinks(Arrays.asList(pairs), known, declarations);
    }

    private static Finding check(ClusterBuilder cluster) {
        return new NotAffiliated(new Citation("Концепция", null, "условие 4", Citation.Status.DRAFT))
                .check(cluster.facts());
    }
}
