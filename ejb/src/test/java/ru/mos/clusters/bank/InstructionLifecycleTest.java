package ru.mos.clusters.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InstructionLifecycleTest {

    @ParameterizedTest(name = "{0}")
    @EnumSource(InstructionState.class)
    void what_the_table_does_not_list_is_refused(InstructionState state) {
        for (var action : InstructionAction.values()) {
            if (InstructionLifecycle.TABLE.find(state, action).isEmpty()) {
                assertThatThrownBy(() -> InstructionLifecycle.TABLE.require(state, action, role -> true))
                        .hasMessageStartingWith("transition-not-allowed");
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(InstructionState.class)
    void every_state_is_the_first_or_reached(InstructionState state) {
        assertThat(state == InstructionState.ISSUED
                        || InstructionLifecycle.TABLE.steps().stream().anyMatch(step -> step.to() == state))
                .isTrue();
    }
}
