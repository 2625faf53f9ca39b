package ru.mos.clusters.call;

import static ru.mos.clusters.call.CallAction.AMEND;
import static ru.mos.clusters.call.CallAction.CANCEL;
import static ru.mos.clusters.call.CallAction.CHECK;
import static ru.mos.clusters.call.CallAction.COMPLETE;
import static ru.mos.clusters.call.CallAction.DISCARD;
import static ru.mos.clusters.call.CallAction.EDIT;
import static ru.mos.clusters.call.CallAction.PUBLISH;
import static ru.mos.clusters.call.CallEffect.DRAFT_DROPPED;
import static ru.mos.clusters.call.CallEffect.DRAFT_FROM_EDITION;
import static ru.mos.clusters.call.CallEffect.EDITION_PUBLISHED;
import static ru.mos.clusters.call.CallEffect.NOTHING;
import static ru.mos.clusters.call.CallEffect.SECOND_PERSON_ASKED;
import static ru.mos.clusters.call.CallEffect.SECOND_PERSON_NOT_NEEDED;
import static ru.mos.clusters.call.CallGuard.ANYTIME;
import static ru.mos.clusters.call.CallGuard.DECISIONS_OVER;
import static ru.mos.clusters.call.CallGuard.GATE_PASSED;
import static ru.mos.clusters.call.CallGuard.GATE_PASSED_BY_A_SECOND_PERSON;
import static ru.mos.clusters.call.CallGuard.NOTHING_AWARDED_AND_REASON_GIVEN;
import static ru.mos.clusters.call.CallGuard.REASON_GIVEN;
import static ru.mos.clusters.call.CallState.AMENDING;
import static ru.mos.clusters.call.CallState.AMENDMENT_CHECKED;
import static ru.mos.clusters.call.CallState.CANCELLED;
import static ru.mos.clusters.call.CallState.CHECKED;
import static ru.mos.clusters.call.CallState.COMPLETED;
import static ru.mos.clusters.call.CallState.DISCARDED;
import static ru.mos.clusters.call.CallState.DRAFT;
import static ru.mos.clusters.call.CallState.PUBLISHED;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.DEPARTMENT;

import java.util.List;
import ru.mos.clusters.platform.Transitions;
import ru.mos.clusters.platform.Transitions.Step;

/**
 * The life of a call. Whoever changes what was checked begins anew; who edited last never publishes; a call that was
 * published goes on as published while an amendment is written, and is never taken back but by being cancelled.
 */
final class CallLifecycle {

    private static final List<String> AUTHORS = List.of(DEPARTMENT, CHIEF);
    private static final List<String> WRITERS = List.of(DEPARTMENT);

    // @formatter:off
    static final Transitions<CallState, CallAction, CallGuard, CallEffect> TABLE = new Transitions<>(List.<Step<CallState, CallAction, CallGuard, CallEffect>>of(
            //         from               action    roles    guard                             to                 effect
            new Step<>(DRAFT,             EDIT,     WRITERS, ANYTIME,                          DRAFT,             NOTHING),
            new Step<>(DRAFT,             CHECK,    WRITERS, GATE_PASSED,                      CHECKED,           SECOND_PERSON_ASKED),
            new Step<>(DRAFT,             DISCARD,  AUTHORS, REASON_GIVEN,                     DISCARDED,         NOTHING),
            new Step<>(CHECKED,           EDIT,     WRITERS, ANYTIME,                          DRAFT,             SECOND_PERSON_NOT_NEEDED),
            new Step<>(CHECKED,           PUBLISH,  AUTHORS, GATE_PASSED_BY_A_SECOND_PERSON,   PUBLISHED,         EDITION_PUBLISHED),
            new Step<>(CHECKED,           DISCARD,  AUTHORS, REASON_GIVEN,                     DISCARDED,         SECOND_PERSON_NOT_NEEDED),
            new Step<>(PUBLISHED,         AMEND,    WRITERS, REASON_GIVEN,                     AMENDING,          DRAFT_FROM_EDITION),
            new Step<>(PUBLISHED,         COMPLETE, AUTHORS, DECISIONS_OVER,                   COMPLETED,         NOTHING),
            new Step<>(PUBLISHED,         CANCEL,   AUTHORS, NOTHING_AWARDED_AND_REASON_GIVEN, CANCELLED,         NOTHING),
            new Step<>(AMENDING,          EDIT,     WRITERS, ANYTIME,                          AMENDING,          NOTHING),
            new Step<>(AMENDING,          CHECK,    WRITERS, GATE_PASSED,                      AMENDMENT_CHECKED, SECOND_PERSON_ASKED),
            new Step<>(AMENDING,          DISCARD,  AUTHORS, REASON_GIVEN,                     PUBLISHED,         DRAFT_DROPPED),
            new Step<>(AMENDING,          CANCEL,   AUTHORS, NOTHING_AWARDED_AND_REASON_GIVEN, CANCELLED,         DRAFT_DROPPED),
            new Step<>(AMENDMENT_CHECKED, EDIT,     WRITERS, ANYTIME,                          AMENDING,          SECOND_PERSON_NOT_NEEDED),
            new Step<>(AMENDMENT_CHECKED, PUBLISH,  AUTHORS, GATE_PASSED_BY_A_SECOND_PERSON,   PUBLISHED,         EDITION_PUBLISHED),
            new Step<>(AMENDMENT_CHECKED, DISCARD,  AUTHORS, REASON_GIVEN,                     PUBLISHED,         DRAFT_DROPPED),
            new Step<>(AMENDMENT_CHECKED, CANCEL,   AUTHORS, NOTHING_AWARDED_AND_REASON_GIVEN, CANCELLED,         DRAFT_DROPPED)));
    // @formatter:on

    private CallLifecycle() {}
}
