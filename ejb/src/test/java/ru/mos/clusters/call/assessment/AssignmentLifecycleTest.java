package ru.mos.clusters.call.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.platform.Transitions.Step;

class AssignmentLifecycleTest {

    private static final EnumSet<AssignmentState> ENDS = EnumSet.of(
            AssignmentState.DECLINED, AssignmentState.STOPPED, AssignmentState.REPLACED, AssignmentState.WITHDRAWN);

    static Stream<Object[]> everything() {
        return Arrays.stream(AssignmentState.values())
                .flatMap(state -> Arrays.stream(AssignmentAction.values())
                        .flatMap(action -> Role.ALL.stream().map(role -> new Object[] {state, action, role})));
    }

    @ParameterizedTest(name = "{1} of {0} by {2}")
    @MethodSource("everything")
    void what_the_table_does_not_list_is_refused(AssignmentState state, AssignmentAction action, String role) {
        var listed = AssignmentLifecycle.TABLE.find(state, action);

        if (listed.isPresent() && listed.get().roles().contains(role)) {
            assertThat(AssignmentLifecycle.TABLE.require(state, action, role::equals))
                    .isEqualTo(listed.get());
        } else {
            var expected = listed.isPresent() ? PlatformProblem.FORBIDDEN_ROLE : PlatformProblem.TRANSITION_NOT_ALLOWED;
            assertThatThrownBy(() -> AssignmentLifecycle.TABLE.require(state, action, role::equals))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.code()).isEqualTo(expected));
        }
    }

    @Test
    void every_state_but_the_first_is_reached_and_only_ends_are_ends() {
        var reached = AssignmentLifecycle.TABLE.steps().stream().map(Step::to).collect(Collectors.toSet());

        assertThat(reached)
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(AssignmentState.INVITED)));
        assertThat(AssignmentState.values())
                .allSatisfy(state ->
                        assertThat(AssignmentLifecycle.TABLE.isEnd(state)).isEqualTo(ENDS.contains(state)));
    }

    @Test
    void who_organises_never_scores_and_an_expert_never_replaces() {
        assertThat(AssignmentLifecycle.TABLE.steps())
                .allSatisfy(step ->
                        assertThat(step.roles()).isIn(List.of(Role.EXPERT), List.of(Role.DEPARTMENT, Role.GCKR)));
        assertThat(AssignmentLifecycle.TABLE.steps())
                .filteredOn(
                        step -> step.action() == AssignmentAction.SCORE || step.action() == AssignmentAction.CORRECT)
                .extracting(Step::roles)
                .containsOnly(List.of(Role.EXPERT));
    }

    @Test
    void the_database_knows_the_same_states() throws IOException {
        try (var file = AssignmentLifecycle.class.getResourceAsStream("/db/migration/V0860__call_assessment.sql")) {
            assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8))
                    .contains(Stream.of(
                                    AssignmentState.INVITED,
                                    AssignmentState.ACCEPTED,
                                    AssignmentState.SCORED,
                                    AssignmentState.DECLINED,
                                    AssignmentState.STOPPED,
                                    AssignmentState.REPLACED,
                                    AssignmentState.WITHDRAWN)
                            .map(state -> "'" + state + "'")
                            .collect(Collectors.joining(", ", "(state in (", "))")));
        }
    }
}
