package ru.mos.clusters.call;

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
import ru.mos.clusters.platform.Transitions;
import ru.mos.clusters.platform.Transitions.Step;

class CallLifecycleTest {

    private static final EnumSet<CallState> ENDS =
            EnumSet.of(CallState.COMPLETED, CallState.CANCELLED, CallState.DISCARDED);

    static Stream<Object[]> everything() {
        return Arrays.stream(CallState.values())
                .flatMap(state -> Arrays.stream(CallAction.values())
                        .flatMap(action -> Role.ALL.stream().map(role -> new Object[] {state, action, role})));
    }

    @ParameterizedTest(name = "{1} of {0} by {2}")
    @MethodSource("everything")
    void what_the_table_does_not_list_is_refused(CallState state, CallAction action, String role) {
        var listed = CallLifecycle.TABLE.find(state, action);

        if (listed.isPresent() && listed.get().roles().contains(role)) {
            assertThat(CallLifecycle.TABLE.require(state, action, role::equals)).isEqualTo(listed.get());
            assertThat(CallLifecycle.TABLE.open(state, role::equals)).contains(action);
        } else {
            var expected = listed.isPresent() ? PlatformProblem.FORBIDDEN_ROLE : PlatformProblem.TRANSITION_NOT_ALLOWED;
            assertThatThrownBy(() -> CallLifecycle.TABLE.require(state, action, role::equals))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.code()).isEqualTo(expected));
            assertThat(CallLifecycle.TABLE.open(state, role::equals)).doesNotContain(action);
        }
    }

    @Test
    void every_state_is_reached_and_only_ends_are_ends() {
        var reached = CallLifecycle.TABLE.steps().stream().map(Step::to).collect(Collectors.toSet());

        assertThat(reached).containsExactlyInAnyOrder(CallState.values());
        assertThat(CallState.values())
                .allSatisfy(
                        state -> assertThat(CallLifecycle.TABLE.isEnd(state)).isEqualTo(ENDS.contains(state)));
    }

    @Test
    void nothing_is_published_that_was_not_checked_and_never_by_who_wrote_it_last() {
        assertThat(CallLifecycle.TABLE.steps())
                .filteredOn(step -> step.action() == CallAction.PUBLISH)
                .extracting(Step::from, Step::guard, Step::effect)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                CallState.CHECKED,
                                CallGuard.GATE_PASSED_BY_A_SECOND_PERSON,
                                CallEffect.EDITION_PUBLISHED),
                        org.assertj.core.groups.Tuple.tuple(
                                CallState.AMENDMENT_CHECKED,
                                CallGuard.GATE_PASSED_BY_A_SECOND_PERSON,
                                CallEffect.EDITION_PUBLISHED));
    }

    @Test
    void a_published_call_never_becomes_a_draft_again() {
        var after = EnumSet.of(CallState.PUBLISHED, CallState.AMENDING, CallState.AMENDMENT_CHECKED);

        assertThat(CallLifecycle.TABLE.steps())
                .filteredOn(step -> after.contains(step.from()))
                .extracting(Step::to)
                .doesNotContain(CallState.DRAFT, CallState.CHECKED, CallState.DISCARDED);
    }

    @Test
    void a_table_that_says_two_things_of_one_action_is_no_table() {
        var line = new Step<>(
                CallState.DRAFT, CallAction.EDIT, List.of("x"), CallGuard.ANYTIME, CallState.DRAFT, CallEffect.NOTHING);

        assertThatThrownBy(() -> new Transitions<>(List.of(line, line))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_database_knows_the_same_states() throws IOException {
        try (var file = CallLifecycle.class.getResourceAsStream("/db/migration/V0822__call.sql")) {
            assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8))
                    .contains(Arrays.stream(CallState.values())
                            .map(state -> "'" + state + "'")
                            .collect(Collectors.joining(", ", "(state in (", "))")));
        }
    }
}
