package ru.mos.clusters.eligibility.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ru.mos.clusters.eligibility.draft.RuleDraftLifecycle.Guard;
import ru.mos.clusters.eligibility.draft.RuleDraftLifecycle.Step;
import ru.mos.clusters.platform.Problem;

class RuleDraftLifecycleTest {

    private static final Set<RuleState> ENDS = EnumSet.of(RuleState.PUBLISHED, RuleState.DISCARDED);

    @Test
    void every_stored_state_is_reached_and_only_what_is_published_or_discarded_is_an_end() {
        var reached = RuleDraftLifecycle.STEPS.stream().map(Step::to).collect(Collectors.toSet());
        var left = RuleDraftLifecycle.STEPS.stream().map(Step::from).collect(Collectors.toSet());

        assertThat(reached).containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(RuleState.SUPERSEDED)));
        assertThat(left).containsExactlyInAnyOrder(RuleState.DRAFT, RuleState.OPEN, RuleState.CHECKED);
        assertThat(reached).containsAll(ENDS);
    }

    static Stream<Object[]> unlisted() {
        return Arrays.stream(RuleState.values())
                .flatMap(state -> Arrays.stream(DraftEvent.values())
                        .filter(event -> RuleDraftLifecycle.find(state, event).isEmpty())
                        .map(event -> new Object[] {state, event}));
    }

    @ParameterizedTest(name = "{1} of {0}")
    @MethodSource("unlisted")
    void what_the_table_does_not_list_is_refused(RuleState state, DraftEvent event) {
        assertThatThrownBy(() -> RuleDraftLifecycle.step(state, event))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo(DraftProblem.RULE_TRANSITION_NOT_ALLOWED));
    }

    @Test
    void whoever_edits_what_was_open_or_checked_begins_anew() {
        assertThat(RuleDraftLifecycle.step(RuleState.OPEN, DraftEvent.EDIT).to())
                .isEqualTo(RuleState.DRAFT);
        assertThat(RuleDraftLifecycle.step(RuleState.CHECKED, DraftEvent.EDIT).to())
                .isEqualTo(RuleState.DRAFT);
    }

    @Test
    void nothing_is_published_that_was_not_checked_and_never_by_who_edited_it_last() {
        assertThat(RuleDraftLifecycle.STEPS)
                .filteredOn(step -> step.to() == RuleState.PUBLISHED)
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.from()).isEqualTo(RuleState.CHECKED);
                    assertThat(step.guard()).isEqualTo(Guard.GATE_PASSED_BY_A_SECOND_PERSON);
                });
    }

    @Test
    void the_database_knows_the_same_states_but_the_derived_one() throws IOException {
        var migration = new String(
                RuleDraftLifecycle.class
                        .getResourceAsStream("/db/migration/V0560__eligibility_rule_drafts.sql")
                        .readAllBytes(),
                StandardCharsets.UTF_8);

        assertThat(migration)
                .contains(Arrays.stream(RuleState.values())
                        .filter(state -> state != RuleState.SUPERSEDED)
                        .map(state -> "'" + state + "'")
                        .collect(Collectors.joining(", ", "check\n                   (state in (", "))")));
    }
}
