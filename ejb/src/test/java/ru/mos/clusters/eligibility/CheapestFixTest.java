package ru.mos.clusters.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.eligibility.rule.ClusterBuilder.cluster;
import static ru.mos.clusters.eligibility.rule.ClusterBuilder.inn;
import static ru.mos.clusters.eligibility.rule.ConceptBook.always;
import static ru.mos.clusters.eligibility.rule.ConceptBook.book;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.eligibility.FixView.Step;
import ru.mos.clusters.eligibility.FixView.StepKind;
import ru.mos.clusters.eligibility.rule.ClusterBuilder;
import ru.mos.clusters.eligibility.rule.ClusterFacts;
import ru.mos.clusters.eligibility.rule.Eligibility;
import ru.mos.clusters.eligibility.rule.Member;
import ru.mos.clusters.eligibility.rule.Message;
import ru.mos.clusters.eligibility.rule.OwnershipLinks;
import ru.mos.clusters.eligibility.rule.OwnershipLinks.Known;
import ru.mos.clusters.eligibility.rule.OwnershipLinks.Pair;
import ru.mos.clusters.eligibility.rule.PartRef;
import ru.mos.clusters.eligibility.rule.Reason;
import ru.mos.clusters.eligibility.rule.RuleBook;
import ru.mos.clusters.eligibility.rule.RuleCode;
import ru.mos.clusters.eligibility.rule.SmeStanding;
import ru.mos.clusters.eligibility.rule.Verdict;
import ru.mos.clusters.platform.Inn;

class CheapestFixTest {

    private static final long SEED = Long.getLong("fixes.seed", 26_11_24L);
    private static final RuleBook BOOK = book(always(RuleBook.ParameterCode.AFFILIATION, "AFF_948"));
    private static final Known SEEN = new Known(List.of(), List.of());
    private static final Known GAP = new Known(List.of(Message.of(Reason.GAP_NO_EXTRACT, "?")), List.of());

    private static final Map<StepKind, Integer> WEIGHTS = new EnumMap<>(Map.of(
            StepKind.CONCLUDE, 1,
            StepKind.TELL_APART, 2,
            StepKind.SHOW_OWNERS, 3,
            StepKind.CONFIRM_STATUS, 3,
            StepKind.CONFIRM_QUALIFICATION, 5,
            StepKind.REMOVE_MEMBER, 10,
            StepKind.ADMIT_QUALIFIED_SME, 12));

    @Test
    void an_eligible_cluster_needs_nothing() {
        var fix = find(concluded(cluster().smes(4), seen(4)).facts());

        assertThat(fix.steps()).isEmpty();
        assertThat(fix.weight()).isZero();
        assertThat(fix.proven()).isTrue();
    }

    @Test
    void what_is_waived_needs_no_fix() {
        var few = concluded(cluster().smes(2), seen(2), link(1, 2));

        assertThat(find(few.facts()).steps()).isNotEmpty();
        assertThat(find(few.waived(RuleCode.E3).waived(RuleCode.E4).facts()).steps())
                .isEmpty();
    }

    @Test
    void a_waived_link_stays_and_the_other_is_cut() {
        var linked = concluded(cluster().smes(5), seen(5), link(1, 2), link(3, 4))
                .waived(RuleCode.E4, "LINK:" + inn(1) + ":" + inn(2));

        var fix = find(linked.facts());

        assertThat(fix.steps()).extracting(Step::kind).containsExactly(StepKind.REMOVE_MEMBER);
        assertThat(fix.steps()).extracting(Step::inn).containsAnyOf(inn(3), inn(4));
    }

    @Test
    void nothing_is_asked_of_an_empty_cluster_where_all_that_asks_for_members_is_waived() {
        var empty = concluded(cluster(), seen(0))
                .waived(RuleCode.E1)
                .waived(RuleCode.E2)
                .waived(RuleCode.E3)
                .waived(RuleCode.E4);

        assertThat(find(empty.facts()).steps()).isEmpty();
    }

    @Test
    void of_two_linked_members_one_leaves_where_enough_remain() {
        var fix = find(concluded(cluster().smes(4), seen(4), link(1, 2)).facts());

        assertThat(fix.steps()).extracting(Step::kind).containsExactly(StepKind.REMOVE_MEMBER);
        assertThat(fix.steps()).extracting(Step::inn).containsAnyOf(inn(1), inn(2));
    }

    @Test
    void a_newcomer_comes_in_where_the_leaver_was_needed() {
        var fix = find(concluded(cluster().smes(3), seen(3), link(1, 2)).facts());

        assertThat(fix.steps())
                .extracting(Step::kind)
                .containsExactlyInAnyOrder(StepKind.REMOVE_MEMBER, StepKind.ADMIT_QUALIFIED_SME);
    }

    @Test
    void the_one_in_the_middle_of_a_star_leaves_not_the_others() {
        var star = concluded(cluster().smes(6), seen(6), link(3, 1), link(3, 2), link(3, 4), link(3, 5));

        assertThat(find(star.facts()).steps()).extracting(Step::inn).containsExactly(inn(3));
    }

    @Test
    void of_a_group_all_but_one_leave() {
        var links = new ArrayList<Pair>();
        for (int one = 1; one <= 12; one++) {
            for (int other = one + 1; other <= 12; other++) {
                links.add(link(one, other));
            }
        }
        var fix = find(concluded(cluster().smes(40), seen(40), links.toArray(Pair[]::new))
                .facts());

        assertThat(fix.steps()).hasSize(11);
        assertThat(fix.proven()).isTrue();
    }

    @Test
    void twenty_separate_pairs_among_forty_members_are_still_proven() {
        var links = new ArrayList<Pair>();
        for (int one = 1; one <= 39; one += 2) {
            links.add(link(one, one + 1));
        }
        var fix = find(concluded(cluster().smes(40), seen(40), links.toArray(Pair[]::new))
                .facts());

        assertThat(fix.steps()).hasSize(20);
        assertThat(fix.proven()).isTrue();
    }

    @Test
    void what_only_a_person_can_say_must_be_said() {
        var fix = find(cluster().smes(4).links(links(seen(4))).facts());

        assertThat(fix.steps()).extracting(Step::kind).containsOnly(StepKind.CONCLUDE);
        assertThat(fix.weight()).isEqualTo(fix.steps().size());
    }

    @Test
    void no_cheaper_set_of_changes_makes_a_random_cluster_eligible() {
        var random = new Random(SEED);
        for (int round = 0; round < 60; round++) {
            var facts = random(random);
            var fix = find(facts);

            assertThat(verdict(applied(facts, fix.steps())).outcome())
                    .as("seed %s, round %s, %s", SEED, round, fix)
                    .isEqualTo(Eligibility.ELIGIBLE);
            assertThat(fix.weight()).as("seed %s, round %s", SEED, round).isEqualTo(cheapestOfAll(facts));
        }
    }

    private static ClusterFacts random(Random random) {
        var builder = cluster();
        int members = 1 + random.nextInt(4);
        var known = new HashMap<Integer, Known>();
        for (int i = 1; i <= members; i++) {
            switch (random.nextInt(4)) {
                case 0 -> builder.smes(1);
                case 1 -> builder.plainSmes(1);
                case 2 -> builder.others(1);
                default -> builder.unknown(1);
            }
            known.put(i, random.nextInt(3) == 0 ? GAP : SEEN);
        }
        var pairs = new ArrayList<Pair>();
        for (int one = 1; one <= members; one++) {
            for (int other = one + 1; other <= members; other++) {
                if (random.nextInt(3) == 0) {
                    pairs.add(pair(one, other, random.nextInt(3) > 0));
                }
            }
        }
        return concluded(builder, known, pairs.toArray(Pair[]::new)).facts();
    }

    /** Tries everything that could be done with every member, and up to eight newcomers. */
    private static int cheapestOfAll(ClusterFacts facts) {
        var choices = new ArrayList<List<Step>>();
        choices.add(List.of());
        for (var member : facts.participants()) {
            var inn = member.subject().inn();
            var more = new ArrayList<List<Step>>();
            for (var done : choices) {
                for (var kinds : List.<List<StepKind>>of(
                        List.of(),
                        List.of(StepKind.REMOVE_MEMBER),
                        List.of(StepKind.SHOW_OWNERS),
                        List.of(StepKind.CONFIRM_STATUS),
                        List.of(StepKind.CONFIRM_QUALIFICATION),
                        List.of(StepKind.CONFIRM_STATUS, StepKind.CONFIRM_QUALIFICATION),
                        List.of(StepKind.SHOW_OWNERS, StepKind.CONFIRM_STATUS),
                        List.of(StepKind.SHOW_OWNERS, StepKind.CONFIRM_QUALIFICATION),
                        List.of(StepKind.SHOW_OWNERS, StepKind.CONFIRM_STATUS, StepKind.CONFIRM_QUALIFICATION))) {
                    if (kinds.contains(StepKind.CONFIRM_STATUS)
                            && member.standing().status() != SmeStanding.Status.UNKNOWN) {
                        continue;
                    }
                    var steps = new ArrayList<>(done);
                    kinds.forEach(kind -> steps.add(Step.of(kind, inn, null, null)));
                    more.add(steps);
                }
            }
            choices.clear();
            choices.addAll(more);
        }
        for (var pair : facts.links().pairs()) {
            if (!pair.certain()) {
                for (var done : List.copyOf(choices)) {
                    var steps = new ArrayList<>(done);
                    steps.add(Step.of(StepKind.TELL_APART, pair.one(), pair.other(), null));
                    choices.add(steps);
                }
            }
        }
        int least = Integer.MAX_VALUE;
        for (var done : choices) {
            int weight = weight(done);
            var steps = new ArrayList<>(done);
            for (int newcomers = 0; newcomers <= 8 && weight < least; newcomers++) {
                if (verdict(applied(facts, steps)).outcome() == Eligibility.ELIGIBLE) {
                    least = weight;
                }
                steps.add(Step.of(StepKind.ADMIT_QUALIFIED_SME, null, null, null));
                weight += WEIGHTS.get(StepKind.ADMIT_QUALIFIED_SME);
            }
        }
        return least;
    }

    private static int weight(List<Step> steps) {
        return steps.stream().mapToInt(step -> WEIGHTS.get(step.kind())).sum();
    }

    private static ClusterFacts applied(ClusterFacts facts, List<Step> steps) {
        var copy = new Supposed(facts, "77");
        var toldApart = new ArrayList<Set<Inn>>();
        var known = new HashMap<>(facts.links().members());
        int newcomers = 0;
        for (var step : steps) {
            switch (step.kind()) {
                case REMOVE_MEMBER -> copy.leave(step.inn());
                case SHOW_OWNERS -> known.put(step.inn(), SEEN);
                case CONFIRM_STATUS -> copy.status(step.inn(), SmeStanding.Status.IN);
                case CONFIRM_QUALIFICATION -> copy.qualified(step.inn(), true);
                case TELL_APART -> toldApart.add(Set.of(step.inn(), step.other()));
                case CONCLUDE ->
                    copy.conclude(new Supposition.Conclude(
                            PartRef.parse(step.part().name()).orElseThrow(), true));
                case ADMIT_QUALIFIED_SME -> {
                    var newcomer = newcomer(900 + newcomers++);
                    known.put(newcomer.subject().inn(), SEEN);
                    copy.join(newcomer, true);
                }
                default -> throw new IllegalStateException(step.kind().name());
            }
        }
        var there =
                copy.members().stream().map(member -> member.subject().inn()).toList();
        var pairs = facts.links().pairs().stream()
                .filter(pair -> there.contains(pair.one()) && there.contains(pair.other()))
                .filter(pair -> !toldApart.contains(Set.of(pair.one(), pair.other())))
                .toList();
        return copy.facts(new OwnershipLinks(pairs, known, true));
    }

    private static Member newcomer(int number) {
        return cluster().smes(1).facts().participants().stream()
                .map(member -> new Member(
                        new ru.mos.clusters.eligibility.rule.Subject(inn(number), null),
                        member.roles(),
                        true,
                        member.since(),
                        member.membership(),
                        member.standing(),
                        member.qualifications()))
                .findFirst()
                .orElseThrow();
    }

    private static FixView find(ClusterFacts facts) {
        return new CheapestFix(verdict(facts), WEIGHTS, Set.of()).find();
    }

    private static Verdict verdict(ClusterFacts facts) {
        return BOOK.on(facts.asOf(), "IT").judge(facts);
    }

    private static ClusterBuilder concluded(ClusterBuilder builder, Map<Integer, Known> known, Pair... pairs) {
        builder.links(links(known, pairs));
        for (var part : List.of(
                "GOALS",
                "SYNERGY",
                "NEW_KNOWLEDGE",
                "ADMISSION_DOCUMENT",
                "NO_CLOSED_LIST",
                "NO_VETO",
                "NO_DISCRIMINATORY_FEE",
                "ANSWER_TERM",
                "REFUSAL_GROUNDS",
                "RIGHT_TO_APPEAL")) {
            builder.concluded(part, true);
        }
        return builder;
    }

    private static Map<Integer, Known> seen(int members) {
        var seen = new HashMap<Integer, Known>();
        for (int i = 1; i <= members; i++) {
            seen.put(i, SEEN);
        }
        return seen;
    }

    private static OwnershipLinks links(Map<Integer, Known> known, Pair... pairs) {
        var members = new HashMap<Inn, Known>();
        known.forEach((number, each) -> members.put(inn(number), each));
        return new OwnershipLinks(List.of(pairs), members, true);
    }

    private static Pair link(int one, int other) {
        return pair(one, other, true);
    }

    private static Pair pair(int one, int other, boolean certain) {
        return new Pair(inn(one), inn(other), certain, Message.of(Reason.PAIR_SAME_NAME, "", ""), List.of());
    }
}
