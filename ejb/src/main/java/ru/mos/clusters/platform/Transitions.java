package ru.mos.clusters.platform;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The life of a thing as one table: what may be done to it in which state, by whom, on what condition, what it is then and
 * what follows. What the table does not list is refused; buttons, links and the drawing come from the same table.
 *
 * @param <S> states, adjectives
 * @param <A> actions, verbs
 * @param <G> conditions, which the service examines
 * @param <E> what follows besides, which the service brings about
 */
public final class Transitions<S extends Enum<S>, A extends Enum<A>, G extends Enum<G>, E extends Enum<E>> {

    private final List<Step<S, A, G, E>> steps;

    /** One line of the table. */
    public record Step<S extends Enum<S>, A extends Enum<A>, G extends Enum<G>, E extends Enum<E>>(
            S from, A action, List<String> roles, G guard, S to, E effect) {}

    /** @throws IllegalArgumentException when an action stands twice for one state: nobody could say what follows */
    public Transitions(List<Step<S, A, G, E>> steps) {
        var seen = new HashSet<List<Object>>();
        for (var step : steps) {
            if (!seen.add(List.of(step.from(), step.action()))) {
                throw new IllegalArgumentException(step.action() + " stands twice for " + step.from());
            }
        }
        this.steps = List.copyOf(steps);
    }

    /** The table, top to bottom. */
    public List<Step<S, A, G, E>> steps() {
        return steps;
    }

    /** The line of an action in a state. */
    public Optional<Step<S, A, G, E>> find(S from, A action) {
        return steps.stream()
                .filter(step -> step.from() == from && step.action() == action)
                .findFirst();
    }

    /**
     * The line of what somebody wants to do. That the state does not allow it is said before that the person may not.
     *
     * @param hasRole whether the person has a role
     * @throws Problem {@code transition-not-allowed}, {@code forbidden-role}
     */
    public Step<S, A, G, E> require(S from, A action, Predicate<String> hasRole) {
        var step = find(from, action)
                .orElseThrow(() -> new Problem(PlatformProblem.TRANSITION_NOT_ALLOWED, from.name(), action.name()));
        if (step.roles().stream().noneMatch(hasRole)) {
            throw new Problem(PlatformProblem.FORBIDDEN_ROLE);
        }
        return step;
    }

    /** What somebody may do now, in the order of the table. */
    public List<A> open(S from, Predicate<String> hasRole) {
        return steps.stream()
                .filter(step -> step.from() == from && step.roles().stream().anyMatch(hasRole))
                .map(Step::action)
                .toList();
    }

    /** Whether nothing more can be done to it. */
    public boolean isEnd(S state) {
        return steps.stream().noneMatch(step -> step.from() == state);
    }
}
