package ru.mos.clusters.cluster.joining;

import static ru.mos.clusters.cluster.joining.ApplicationEvent.ADMIT;
import static ru.mos.clusters.cluster.joining.ApplicationEvent.ANNUL;
import static ru.mos.clusters.cluster.joining.ApplicationEvent.REFUSE;
import static ru.mos.clusters.cluster.joining.ApplicationEvent.WITHDRAW;
import static ru.mos.clusters.cluster.joining.ApplicationState.ADMITTED;
import static ru.mos.clusters.cluster.joining.ApplicationState.REFUSED;
import static ru.mos.clusters.cluster.joining.ApplicationState.SUBMITTED;
import static ru.mos.clusters.cluster.joining.ApplicationState.WITHDRAWN;
import static ru.mos.clusters.platform.Role.APPLICANT;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import ru.mos.clusters.platform.Problem;

/** The life of an application to join a cluster. */
final class ApplicationLifecycle {

    /** One thing that may happen, and who may do it. */
    record Step(ApplicationState from, ApplicationEvent event, ApplicationState to, List<String> actors) {}

    // @formatter:off
    static final List<Step> STEPS = List.of(
            //       from       event     to         actors
            new Step(SUBMITTED, ADMIT,    ADMITTED,  List.of(DEPARTMENT, GCKR)),
            new Step(SUBMITTED, REFUSE,   REFUSED,   List.of(DEPARTMENT, GCKR)),
            new Step(SUBMITTED, WITHDRAW, WITHDRAWN, List.of(DEPARTMENT, GCKR, APPLICANT)),
            new Step(REFUSED,   ANNUL,    SUBMITTED, List.of(DEPARTMENT)));
    // @formatter:on

    private ApplicationLifecycle() {}

    /** @throws Problem {@code application-step-not-allowed} */
    static ApplicationState next(ApplicationState from, ApplicationEvent event, Predicate<String> hasRole) {
        return STEPS.stream()
                .filter(step -> step.from() == from
                        && step.event() == event
                        && step.actors().stream().anyMatch(hasRole))
                .map(Step::to)
                .findAny()
                .orElseThrow(() -> new Problem(JoiningProblem.APPLICATION_STEP_NOT_ALLOWED));
    }

    /** What somebody may do with an application in the state. */
    static Set<ApplicationEvent> open(ApplicationState from, Predicate<String> hasRole) {
        var open = EnumSet.noneOf(ApplicationEvent.class);
        STEPS.stream()
                .filter(step -> step.from() == from && step.actors().stream().anyMatch(hasRole))
                .forEach(step -> open.add(step.event()));
        return open;
    }
}
