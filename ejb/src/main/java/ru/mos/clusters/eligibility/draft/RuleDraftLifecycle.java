package ru.mos.clusters.eligibility.draft;

import static ru.mos.clusters.eligibility.draft.DraftEvent.CHECK;
import static ru.mos.clusters.eligibility.draft.DraftEvent.DISCARD;
import static ru.mos.clusters.eligibility.draft.DraftEvent.EDIT;
import static ru.mos.clusters.eligibility.draft.DraftEvent.PUBLISH;
import static ru.mos.clusters.eligibility.draft.RuleDraftLifecycle.Guard.ANYONE;
import static ru.mos.clusters.eligibility.draft.RuleDraftLifecycle.Guard.GATE_PASSED;
import static ru.mos.clusters.eligibility.draft.RuleDraftLifecycle.Guard.GATE_PASSED_BY_A_SECOND_PERSON;
import static ru.mos.clusters.eligibility.draft.RuleState.CHECKED;
import static ru.mos.clusters.eligibility.draft.RuleState.DISCARDED;
import static ru.mos.clusters.eligibility.draft.RuleState.DRAFT;
import static ru.mos.clusters.eligibility.draft.RuleState.OPEN;
import static ru.mos.clusters.eligibility.draft.RuleState.PUBLISHED;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.DEPARTMENT;

import java.util.List;
import java.util.Optional;
import ru.mos.clusters.platform.Problem;

/**
 * The life of a draft: whoever changes what was open or checked begins anew. Who edited last never publishes. That a
 * published version is superseded follows from the first day of a later one.
 */
final class RuleDraftLifecycle {

    private static final List<String> AUTHORS = List.of(DEPARTMENT, CHIEF);

    // @formatter:off
    static final List<Step> STEPS = List.of(
            //       from     event            to         actors   guard
            new Step(DRAFT,   EDIT,            DRAFT,     AUTHORS, ANYONE),
            new Step(DRAFT,   DraftEvent.OPEN, OPEN,      AUTHORS, ANYONE),
            new Step(DRAFT,   DISCARD,         DISCARDED, AUTHORS, ANYONE),
            new Step(OPEN,    EDIT,            DRAFT,     AUTHORS, ANYONE),
            new Step(OPEN,    CHECK,           CHECKED,   AUTHORS, GATE_PASSED),
            new Step(OPEN,    DISCARD,         DISCARDED, AUTHORS, ANYONE),
            new Step(CHECKED, EDIT,            DRAFT,     AUTHORS, ANYONE),
            new Step(CHECKED, PUBLISH,         PUBLISHED, AUTHORS, GATE_PASSED_BY_A_SECOND_PERSON),
            new Step(CHECKED, DISCARD,         DISCARDED, AUTHORS, ANYONE));
    // @formatter:on

    private RuleDraftLifecycle() {}

    /** What must be true besides. */
    enum Guard {
        ANYONE,
        GATE_PASSED,
        GATE_PASSED_BY_A_SECOND_PERSON
    }

    /** One line of the table. */
    record Step(RuleState from, DraftEvent event, RuleState to, List<String> actors, Guard guard) {}

    static Optional<Step> find(RuleState from, DraftEvent event) {
        return STEPS.stream()
                .filter(step -> step.from() == from && step.event() == event)
                .findFirst();
    }

    /** @throws Problem {@code rule-transition-not-allowed} */
    static Step step(RuleState from, DraftEvent event) {
        return find(from, event)
                .orElseThrow(() -> new Problem(DraftProblem.RULE_TRANSITION_NOT_ALLOWED, from.name(), event.name()));
    }

    /** What may be done to it now, whoever does it. */
    static List<DraftEvent> events(RuleState from) {
        return STEPS.stream()
                .filter(step -> step.from() == from)
                .map(Step::event)
                .toList();
    }
}
