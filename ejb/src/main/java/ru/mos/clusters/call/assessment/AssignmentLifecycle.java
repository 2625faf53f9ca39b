package ru.mos.clusters.call.assessment;

import static ru.mos.clusters.call.assessment.AssignmentAction.ACCEPT;
import static ru.mos.clusters.call.assessment.AssignmentAction.CORRECT;
import static ru.mos.clusters.call.assessment.AssignmentAction.DECLARE;
import static ru.mos.clusters.call.assessment.AssignmentAction.DECLINE;
import static ru.mos.clusters.call.assessment.AssignmentAction.REPLACE;
import static ru.mos.clusters.call.assessment.AssignmentAction.SCORE;
import static ru.mos.clusters.call.assessment.AssignmentAction.STOP;
import static ru.mos.clusters.call.assessment.AssignmentAction.WITHDRAW;
import static ru.mos.clusters.call.assessment.AssignmentEffect.ANOTHER_ASKED;
import static ru.mos.clusters.call.assessment.AssignmentEffect.COUNTED;
import static ru.mos.clusters.call.assessment.AssignmentEffect.NOTHING;
import static ru.mos.clusters.call.assessment.AssignmentEffect.SCORES_ASKED;
import static ru.mos.clusters.call.assessment.AssignmentGuard.ALL_SCORED;
import static ru.mos.clusters.call.assessment.AssignmentGuard.ALL_SCORED_AND_REASON_GIVEN;
import static ru.mos.clusters.call.assessment.AssignmentGuard.CONFLICT_FOUND;
import static ru.mos.clusters.call.assessment.AssignmentGuard.NO_CONFLICT;
import static ru.mos.clusters.call.assessment.AssignmentGuard.REASON_GIVEN;
import static ru.mos.clusters.call.assessment.AssignmentGuard.REASON_GIVEN_WHILE_ASSESSED;
import static ru.mos.clusters.call.assessment.AssignmentState.ACCEPTED;
import static ru.mos.clusters.call.assessment.AssignmentState.DECLINED;
import static ru.mos.clusters.call.assessment.AssignmentState.INVITED;
import static ru.mos.clusters.call.assessment.AssignmentState.REPLACED;
import static ru.mos.clusters.call.assessment.AssignmentState.SCORED;
import static ru.mos.clusters.call.assessment.AssignmentState.STOPPED;
import static ru.mos.clusters.call.assessment.AssignmentState.WITHDRAWN;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.EXPERT;
import static ru.mos.clusters.platform.Role.GCKR;

import java.util.List;
import ru.mos.clusters.platform.Transitions;
import ru.mos.clusters.platform.Transitions.Step;

/**
 * The life of an assignment, and of an invitation to a call, which is one without an application. Only the expert answers and
 * scores; only who organises replaces or takes back; a conflict of interest ends it at any time.
 */
final class AssignmentLifecycle {

    private static final List<String> SELF = List.of(EXPERT);
    private static final List<String> OFFICERS = List.of(DEPARTMENT, GCKR);

    // @formatter:off
    static final Transitions<AssignmentState, AssignmentAction, AssignmentGuard, AssignmentEffect> TABLE = new Transitions<>(List.<Step<AssignmentState, AssignmentAction, AssignmentGuard, AssignmentEffect>>of(
            //         from      action    roles     guard                        to         effect
            new Step<>(INVITED,  ACCEPT,   SELF,     NO_CONFLICT,                 ACCEPTED,  SCORES_ASKED),
            new Step<>(INVITED,  DECLINE,  SELF,     REASON_GIVEN,                DECLINED,  ANOTHER_ASKED),
            new Step<>(INVITED,  DECLARE,  SELF,     REASON_GIVEN,                STOPPED,   ANOTHER_ASKED),
            new Step<>(INVITED,  STOP,     OFFICERS, CONFLICT_FOUND,              STOPPED,   ANOTHER_ASKED),
            new Step<>(INVITED,  WITHDRAW, OFFICERS, REASON_GIVEN,                WITHDRAWN, NOTHING),
            new Step<>(ACCEPTED, SCORE,    SELF,     ALL_SCORED,                  SCORED,    COUNTED),
            new Step<>(ACCEPTED, DECLINE,  SELF,     REASON_GIVEN,                DECLINED,  ANOTHER_ASKED),
            new Step<>(ACCEPTED, DECLARE,  SELF,     REASON_GIVEN,                STOPPED,   ANOTHER_ASKED),
            new Step<>(ACCEPTED, STOP,     OFFICERS, CONFLICT_FOUND,              STOPPED,   ANOTHER_ASKED),
            new Step<>(ACCEPTED, REPLACE,  OFFICERS, REASON_GIVEN_WHILE_ASSESSED, REPLACED,  ANOTHER_ASKED),
            new Step<>(SCORED,   CORRECT,  SELF,     ALL_SCORED_AND_REASON_GIVEN, SCORED,    NOTHING),
            new Step<>(SCORED,   DECLARE,  SELF,     REASON_GIVEN,                STOPPED,   ANOTHER_ASKED),
            new Step<>(SCORED,   STOP,     OFFICERS, CONFLICT_FOUND,              STOPPED,   ANOTHER_ASKED),
            new Step<>(SCORED,   REPLACE,  OFFICERS, REASON_GIVEN_WHILE_ASSESSED, REPLACED,  ANOTHER_ASKED)));
    // @formatter:on

    private AssignmentLifecycle() {}
}
