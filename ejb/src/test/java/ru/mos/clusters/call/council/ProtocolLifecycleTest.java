package ru.mos.clusters.call.council;

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

class ProtocolLifecycleTest {

    static Stream<Object[]> everything() {
        return Arrays.stream(ProtocolState.values())
                .flatMap(state -> Arrays.stream(ProtocolAction.values())
                        .flatMap(action -> Role.ALL.stream().map(role -> new Object[] {state, action, role})));
    }

    @ParameterizedTest(name = "{1} of {0} by {2}")
    @MethodSource("everything")
    void what_the_table_does_not_list_is_refused(ProtocolState state, ProtocolAction action, String role) {
        var listed = ProtocolLifecycle.TABLE.find(state, action);

        if (listed.isPresent() && listed.get().roles().contains(role)) {
            assertThat(ProtocolLifecycle.TABLE.require(state, action, role::equals))
                    .isEqualTo(listed.get());
        } else {
            var expected = listed.isPresent() ? PlatformProblem.FORBIDDEN_ROLE : PlatformProblem.TRANSITION_NOT_ALLOWED;
            assertThatThrownBy(() -> ProtocolLifecycle.TABLE.require(state, action, role::equals))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.code()).isEqualTo(expected));
        }
    }

    @Test
    void every_state_is_reached_and_only_ends_are_ends() {
        var reached = EnumSet.of(ProtocolState.values()[0]);
        ProtocolLifecycle.TABLE.steps().stream().map(Step::to).forEach(reached::add);

        assertThat(reached).containsExactlyInAnyOrder(ProtocolState.values());
        assertThat(Arrays.stream(ProtocolState.values()).filter(ProtocolLifecycle.TABLE::isEnd))
                .containsExactlyInAnyOrder(ProtocolState.SIGNED, ProtocolState.DROPPED);
    }

    @Test
    void the_database_knows_the_same_states() throws IOException {
        try (var file = ProtocolLifecycle.class.getResourceAsStream("/db/migration/V0870__call_council.sql")) {
            assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8))
                    .contains(Arrays.stream(ProtocolState.values())
                            .map(state -> "'" + state + "'")
                            .collect(Collectors.joining(", ", "(state in (", "))")));
        }
    }
}
