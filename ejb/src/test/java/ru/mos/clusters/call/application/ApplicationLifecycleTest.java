package ru.mos.clusters.call.application;

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

class ApplicationLifecycleTest {

    private static final EnumSet<ApplicationState> ENDS =
            EnumSet.of(ApplicationState.AWARDED, ApplicationState.WITHDRAWN, ApplicationState.CANCELLED);

    static Stream<Object[]> everything() {
        return Arrays.stream(ApplicationState.values())
                .flatMap(state -> Arrays.stream(ApplicationAction.values())
                        .flatMap(action -> Role.ALL.stream().map(role -> new Object[] {state, action, role})));
    }

    @ParameterizedTest(name = "{1} of {0} by {2}")
    @MethodSource("everything")
    void what_the_table_does_not_list_is_refused(ApplicationState state, ApplicationAction action, String role) {
        var listed = ApplicationLifecycle.TABLE.find(state, action);

        if (listed.isPresent() && listed.get().roles().contains(role)) {
            assertThat(ApplicationLifecycle.TABLE.require(state, action, role::equals))
                    .isEqualTo(listed.get());
            assertThat(ApplicationLifecycle.TABLE.open(state, role::equals)).contains(action);
        } else {
            var expected = listed.isPresent() ? PlatformProblem.FORBIDDEN_ROLE : PlatformProblem.TRANSITION_NOT_ALLOWED;
            assertThatThrownBy(() -> ApplicationLifecycle.TABLE.require(state, action, role::equals))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.code()).isEqualTo(expected));
            assertThat(ApplicationLifecycle.TABLE.open(state, role::equals)).doesNotContain(action);
        }
    }

    @Test
    void every_state_is_reached_and_only_ends_are_ends() {
        var reached = ApplicationLifecycle.TABLE.steps().stream().map(Step::to).collect(Collectors.toSet());

        assertThat(reached).containsExactlyInAnyOrder(ApplicationState.values());
        assertThat(ApplicationState.values())
                .allSatisfy(state ->
                        assertThat(ApplicationLifecycle.TABLE.isEnd(state)).isEqualTo(ENDS.contains(state)));
    }

    @Test
    void nothing_is_received_that_a_second_person_has_not_certified() {
        assertThat(ApplicationLifecycle.TABLE.steps())
                .filteredOn(step -> step.to() == ApplicationState.SUBMITTED)
                .allSatisfy(step -> {
                    assertThat(step.action()).isEqualTo(ApplicationAction.CERTIFY);
                    assertThat(step.effect()).isEqualTo(ApplicationEffect.RECEIVED);
                })
                .extracting(Step::guard)
                .containsExactly(
                        ApplicationGuard.IN_TIME_BY_A_SECOND_PERSON,
                        ApplicationGuard.CORRECTION_IN_TERM_BY_A_SECOND_PERSON);
    }

    @Test
    void what_was_received_is_written_on_only_after_a_return() {
        assertThat(ApplicationLifecycle.TABLE.steps())
                .filteredOn(step -> step.action() == ApplicationAction.EDIT)
                .extracting(Step::from)
                .containsExactly(ApplicationState.DRAFT, ApplicationState.RETURNED);
    }

    @Test
    void staff_send_papers_and_nothing_else_and_applicants_no_papers() {
        assertThat(ApplicationLifecycle.open(ApplicationState.DRAFT, ApplicationChannel.PAPER, Role.DEPARTMENT::equals))
                .contains(ApplicationAction.EDIT, ApplicationAction.SIGN);
        assertThat(ApplicationLifecycle.open(
                        ApplicationState.DRAFT, ApplicationChannel.APPLICANT, Role.DEPARTMENT::equals))
                .containsExactly(ApplicationAction.CANCEL);
        assertThat(ApplicationLifecycle.open(ApplicationState.DRAFT, ApplicationChannel.PAPER, Role.APPLICANT::equals))
                .isEmpty();
        assertThatThrownBy(() -> ApplicationLifecycle.require(
                        ApplicationState.DRAFT,
                        ApplicationChannel.SERVICE,
                        ApplicationAction.SIGN,
                        Role.INFRASTRUCTURE::equals))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(PlatformProblem.FORBIDDEN_ROLE));
    }

    @Test
    void the_database_knows_the_same_states() throws IOException {
        try (var file = ApplicationLifecycle.class.getResourceAsStream("/db/migration/V0850__call_applications.sql")) {
            assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8))
                    .contains(Arrays.stream(ApplicationState.values())
                            .map(state -> "'" + state + "'")
                            .collect(Collectors.joining(", ", "(state in (", "))")));
        }
    }
}
