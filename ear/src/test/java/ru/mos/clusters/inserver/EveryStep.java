package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.ejb.EJBAccessException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.ProblemTranslator;
import ru.mos.clusters.platform.Transitions.Step;

/**
 * Every action on a thing in every state by every role: what its table does not list is refused, and the thing stays as it
 * was. People's logins are the names of their roles.
 */
final class EveryStep {

    static final List<String> ROLES = List.of(
            "department",
            "chief",
            "gckr",
            "accountant",
            "infrastructure",
            "expert",
            "commission",
            "auditor",
            "applicant",
            "service",
            "admin");

    private EveryStep() {}

    /** Brings the thing into a state, past all rules. */
    @FunctionalInterface
    interface Bring<S> {
        void into(S state) throws Exception;
    }

    /** How the action is asked for; null where nobody can ask for it. */
    @FunctionalInterface
    interface Perform<A> {
        @Nullable
        Callable<?> of(A action);
    }

    static <S extends Enum<S>, A extends Enum<A>, G extends Enum<G>, E extends Enum<E>> void refusesWhatIsNotListed(
            List<Step<S, A, G, E>> table,
            Class<S> states,
            Class<A> actions,
            Bring<S> bring,
            Perform<A> perform,
            Callable<String> now)
            throws Exception {
        var departures = new ArrayList<String>();
        for (var role : ROLES) {
            InServer.given(role);
        }
        for (var state : states.getEnumConstants()) {
            bring.into(state);
            for (var action : actions.getEnumConstants()) {
                var work = perform.of(action);
                for (var role : ROLES) {
                    if (work != null && !listed(table, state, action, role)) {
                        var refusal = catchThrowable(() -> InServer.as(role, work));
                        if (!isRefusal(refusal) || !now.call().equals(state.name())) {
                            departures.add(action + " of " + state + " by " + role + ": " + refusal);
                            bring.into(state);
                        }
                    }
                }
            }
        }
        assertThat(departures).isEmpty();
    }

    private static <S extends Enum<S>, A extends Enum<A>, G extends Enum<G>, E extends Enum<E>> boolean listed(
            List<Step<S, A, G, E>> table, S state, A action, String role) {
        return table.stream()
                .anyMatch(step -> step.from() == state
                        && step.action() == action
                        && step.roles().contains(role));
    }

    private static boolean isRefusal(@Nullable Throwable failure) {
        return failure instanceof EJBAccessException
                || (failure != null && ProblemTranslator.translate(failure).isPresent());
    }
}
