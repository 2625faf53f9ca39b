package ru.mos.clusters.call.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.platform.Transitions.Step;

class AppealLifecycleTest {

    static Stream<Object[]> everything() {
        return Arrays.stream(AppealState.values())
                .flatMap(state -> Arrays.stream(AppealAction.values())
                        .flatMap(action -> Role.ALL.stream().map(role -> new Object[] {state, action, role})));
    }

    @ParameterizedTest(name = "{1} of {0} by {2}")
    @MethodSource("everything")
    void what_the_table_does_not_list_is_refused(AppealState state, AppealAction action, String role) {
        var listed = AppealLifecycle.TABLE.find(state, action);

        if (listed.isPresent() && listed.get().roles().contains(role)) {
            assertThat(AppealLifecycle.TABLE.require(state, action, role::equals))
                    .isEqualTo(listed.get());
        } else {
            var expected = listed.isPresent() ? PlatformProblem.FORBIDDEN_ROLE : PlatformProblem.TRANSITION_NOT_ALLOWED;
            assertThatThrownBy(() -> AppealLifecycle.TABLE.require(state, action, role::equals))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.code()).isEqualTo(expected));
        }
    }

    @Test
    void every_state_is_reached_and_only_ends_are_ends() {
        var reached = EnumSet.of(AppealState.values()[0]);
        AppealLifecycle.TABLE.steps().stream().map(Step::to).forEach(reached::add);

        assertThat(reached).containsExactlyInAnyOrder(AppealState.values());
        assertThat(Arrays.stream(AppealState.values()).filter(AppealLifecycle.TABLE::isEnd))
                .containsExactlyInAnyOrder(AppealState.UPHELD, AppealState.DISMISSED, AppealState.WITHDRAWN);
    }

    @Test
    void the_database_knows_the_same_states() throws IOException {
        try (var file = AppealLifecycle.class.getResourceAsStream("/db/migration/V0880__call_decision.sql")) {
            assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8))
                    .contains(Arrays.stream(AppealState.values())
                            .map(state -> "'" + state + "'")
                            .collect(Collectors.joining(", ", "(state in (", "))")));
        }
    }
}
