package ru.mos.clusters.cluster.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.mos.clusters.cluster.joining.ApplicationState.ADMITTED;
import static ru.mos.clusters.cluster.joining.ApplicationState.SUBMITTED;
import static ru.mos.clusters.cluster.joining.ApplicationState.WITHDRAWN;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.cluster.joining.ApplicationLifecycle.Step;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Role;

class ApplicationLifecycleTest {

    private static final List<Step> STEPS = ApplicationLifecycle.STEPS;

    @Test
    void every_state_is_reached_and_every_end_is_meant_to_be_one() {
        assertThat(STEPS.stream().map(Step::to)).contains(ApplicationState.values());
        var left = STEPS.stream().map(Step::from).toList();
        assertThat(Arrays.stream(ApplicationState.values()).filter(state -> !left.contains(state)))
                .containsExactly(ADMITTED, WITHDRAWN);
    }

    @Test
    void whatever_the_table_does_not_name_is_refused() {
        for (var state : ApplicationState.values()) {
            for (var event : ApplicationEvent.values()) {
                for (var role : Role.ALL) {
                    var listed = STEPS.stream()
                            .filter(step -> step.from() == state
                                    && step.event() == event
                                    && step.actors().contains(role))
                            .findAny();
                    if (listed.isPresent()) {
                        assertThat(ApplicationLifecycle.next(state, event, role::equals))
                                .isEqualTo(listed.get().to());
                    } else {
                        assertThatThrownBy(() -> ApplicationLifecycle.next(state, event, role::equals))
                                .as("%s %s %s", state, event, role)
                                .isInstanceOfSatisfying(
                                        Problem.class,
                                        problem -> assertThat(problem.code())
                                                .isEqualTo(JoiningProblem.APPLICATION_STEP_NOT_ALLOWED));
                    }
                }
            }
        }
    }

    @Test
    void the_database_knows_the_same_states() throws IOException {
        try (var migration = Step.class.getResourceAsStream("/db/migration/V0630__cluster_joining.sql")) {
            var states = Arrays.stream(ApplicationState.values())
                    .map(state -> "'" + state + "'")
                    .collect(Collectors.joining(", "));
            assertThat(new String(migration.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("check (state in (" + states + "))");
        }
    }

    @Test
    void an_applicant_may_only_take_its_application_back() {
        assertThat(ApplicationLifecycle.open(SUBMITTED, Role.APPLICANT::equals))
                .containsExactly(ApplicationEvent.WITHDRAW);
        assertThat(ApplicationLifecycle.open(SUBMITTED, Role.AUDITOR::equals)).isEmpty();
    }
}
