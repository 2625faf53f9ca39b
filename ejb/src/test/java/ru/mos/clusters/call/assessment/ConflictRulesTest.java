package ru.mos.clusters.call.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.call.assessment.ConflictFacts.Advice;
import ru.mos.clusters.call.assessment.ConflictFacts.Belongs;
import ru.mos.clusters.ownership.AffiliationView.Edge;
import ru.mos.clusters.ownership.Closeness;
import ru.mos.clusters.ownership.OwnershipSource;
import ru.mos.clusters.ownership.graph.EdgeKind;
import ru.mos.clusters.ownership.graph.Link;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.Inn;

class ConflictRulesTest {

    private static final Inn PERSON = new Inn("500100732259");
    private static final Inn EMPLOYER = new Inn("7707083893");
    private static final Inn PARTICIPANT = new Inn("7736050003");
    private static final Inn OTHER = new Inn("7728168971");

    private final List<Closeness.Direct> direct = new ArrayList<>();
    private final List<Closeness.Linked> linked = new ArrayList<>();
    private final List<Belongs> memberships = new ArrayList<>();
    private final List<Belongs> competing = new ArrayList<>();
    private final List<Advice> advice = new ArrayList<>();
    private Set<Inn> enterprises = Set.of();
    private Set<Inn> relatives = Set.of();
    private Set<Inn> participants = Set.of(PARTICIPANT);
    private boolean checkedFormally;

    private List<ConflictFinding> findings() {
        return ConflictRules.of(new ConflictFacts(
                PERSON,
                EMPLOYER,
                enterprises,
                relatives,
                participants,
                memberships,
                competing,
                new Closeness.Answer(direct, linked, List.of(), List.of()),
                advice,
                checkedFormally));
    }

    private List<ConflictKind> kinds() {
        return findings().stream().map(ConflictFinding::kind).toList();
    }

    private static Edge edge(Inn from, Inn to, EdgeKind kind) {
        return new Edge(
                "inn:" + from,
                "",
                "inn:" + to,
                "",
                kind,
                kind == EdgeKind.SHAREHOLDING ? Fraction.of(1, 100) : null,
                null,
                null,
                new OwnershipSource(OwnershipSource.Kind.HAND_ENTRY, null, null, null, null, null, null));
    }

    @Test
    void a_stranger_is_impartial() {
        assertThat(findings()).isEmpty();
    }

    @Test
    void one_hundredth_of_a_participant_is_enough_and_the_proof_is_told() {
        var share = edge(PERSON, PARTICIPANT, EdgeKind.SHAREHOLDING);
        direct.add(new Closeness.Direct(PERSON, PARTICIPANT, List.of(share)));

        assertThat(findings()).singleElement().satisfies(found -> {
            assertThat(found.kind()).isEqualTo(ConflictKind.OWNER);
            assertThat(found.subject()).isEqualTo(PARTICIPANT);
            assertThat(found.proof()).containsExactly(share);
        });
    }

    @Test
    void a_share_of_somebody_who_takes_no_part_speaks_against_nobody() {
        direct.add(new Closeness.Direct(PERSON, OTHER, List.of(edge(PERSON, OTHER, EdgeKind.SHAREHOLDING))));

        assertThat(findings()).isEmpty();
    }

    @Test
    void who_directs_or_sits_on_the_board_is_told_as_that() {
        direct.add(new Closeness.Direct(PERSON, PARTICIPANT, List.of(edge(PERSON, PARTICIPANT, EdgeKind.EXECUTIVE))));
        assertThat(kinds()).containsExactly(ConflictKind.EXECUTIVE);

        direct.set(0, new Closeness.Direct(PERSON, PARTICIPANT, List.of(edge(PERSON, PARTICIPANT, EdgeKind.BOARD))));
        assertThat(kinds()).containsExactly(ConflictKind.EXECUTIVE);
    }

    @Test
    void a_relative_who_holds_or_directs_is_told_as_that_whether_declared_or_found() {
        direct.add(new Closeness.Direct(
                PERSON,
                PARTICIPANT,
                List.of(edge(PERSON, OTHER, EdgeKind.FAMILY), edge(OTHER, PARTICIPANT, EdgeKind.EXECUTIVE))));
        assertThat(kinds()).containsExactly(ConflictKind.RELATIVE);

        direct.clear();
        relatives = Set.of(PARTICIPANT);
        assertThat(kinds()).containsExactly(ConflictKind.RELATIVE);
    }

    @Test
    void affiliation_with_a_participant_is_a_conflict_that_a_plainer_fact_replaces() {
        linked.add(new Closeness.Linked(PERSON, PARTICIPANT, Link.GROUP, List.of()));
        assertThat(kinds()).containsExactly(ConflictKind.GROUP);

        direct.add(new Closeness.Direct(PERSON, PARTICIPANT, List.of(edge(PERSON, PARTICIPANT, EdgeKind.EXECUTIVE))));
        assertThat(kinds()).containsExactly(ConflictKind.EXECUTIVE);
    }

    @Test
    void the_employer_takes_part_or_is_affiliated_with_who_does() {
        linked.add(new Closeness.Linked(EMPLOYER, PARTICIPANT, Link.HOLDING, List.of()));
        assertThat(kinds()).containsExactly(ConflictKind.EMPLOYMENT);

        linked.clear();
        participants = Set.of(PARTICIPANT, EMPLOYER);
        assertThat(kinds()).containsExactly(ConflictKind.EMPLOYMENT);
    }

    @Test
    void an_own_enterprise_takes_part_belongs_to_the_cluster_or_competes() {
        enterprises = Set.of(OTHER);
        memberships.add(new Belongs(OTHER, "IT-1"));
        competing.add(new Belongs(OTHER, "З-2"));

        assertThat(findings())
                .extracting(ConflictFinding::kind, ConflictFinding::cluster, ConflictFinding::other)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(ConflictKind.MEMBERSHIP, "IT-1", null),
                        org.assertj.core.groups.Tuple.tuple(ConflictKind.COMPETING, null, "З-2"));

        participants = Set.of(OTHER);
        assertThat(kinds()).contains(ConflictKind.PARTICIPANT);
    }

    @Test
    void who_advised_or_checked_formally_does_not_assess() {
        advice.add(new Advice(PARTICIPANT, null, LocalDate.of(2026, 1, 20)));
        advice.add(new Advice(null, "IT-1", LocalDate.of(2026, 1, 21)));
        checkedFormally = true;

        assertThat(kinds())
                .containsExactly(ConflictKind.CONSULTATION, ConflictKind.CONSULTATION, ConflictKind.FORMAL_CHECK);
    }
}
