package ru.mos.clusters.inkind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InKindLifecycleTest {

    @ParameterizedTest(name = "{0}")
    @EnumSource(InKindState.class)
    void what_the_table_does_not_list_is_refused(InKindState state) {
        for (var action : InKindAction.values()) {
            if (InKindLifecycle.TABLE.find(state, action).isEmpty()) {
                assertThatThrownBy(() -> InKindLifecycle.require(state, action, "OTHER", party(role -> true)))
                        .hasMessageStartingWith("transition-not-allowed");
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(InKindState.class)
    void every_state_is_the_first_or_reached(InKindState state) {
        assertThat(state == InKindState.ASKED
                        || InKindLifecycle.TABLE.steps().stream().anyMatch(step -> step.to() == state))
                .isTrue();
    }

    @Test
    void what_is_of_the_form_other_is_decided_by_a_chief_and_nothing_else_is() {
        assertThat(open("OTHER", "chief")).contains(InKindAction.APPROVE);
        assertThat(open("OTHER", "infrastructure")).containsExactly(InKindAction.WITHDRAW);
        assertThat(open("CONSULTING", "infrastructure")).contains(InKindAction.APPROVE);
        assertThat(open("CONSULTING", "chief")).isEmpty();
        assertThatThrownBy(() -> InKindLifecycle.require(
                        InKindState.ASKED, InKindAction.APPROVE, "OTHER", party("infrastructure"::equals)))
                .hasMessageStartingWith("forbidden-role");
    }

    @Test
    void property_is_scheduled_before_it_is_delivered() {
        assertThat(InKindLifecycle.open(InKindState.APPROVED, "PROPERTY", party("gckr"::equals)))
                .containsExactly(InKindAction.SCHEDULE, InKindAction.CANCEL);
        assertThat(InKindLifecycle.open(InKindState.APPROVED, "TRAINING", party("gckr"::equals)))
                .contains(InKindAction.DELIVER);
    }

    private static List<InKindAction> open(String form, String role) {
        return InKindLifecycle.open(InKindState.ASKED, form, party(role::equals));
    }

    /** At the organisation that gives it. */
    private static InKindLifecycle.Party party(Predicate<String> hasRole) {
        return new InKindLifecycle.Party(hasRole, true, false, false);
    }
}
