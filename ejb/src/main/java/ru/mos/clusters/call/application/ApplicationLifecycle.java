package ru.mos.clusters.call.application;

import static ru.mos.clusters.call.application.ApplicationAction.ADMIT;
import static ru.mos.clusters.call.application.ApplicationAction.ASSESS;
import static ru.mos.clusters.call.application.ApplicationAction.AWARD;
import static ru.mos.clusters.call.application.ApplicationAction.CANCEL;
import static ru.mos.clusters.call.application.ApplicationAction.CERTIFY;
import static ru.mos.clusters.call.application.ApplicationAction.EDIT;
import static ru.mos.clusters.call.application.ApplicationAction.REASSESS;
import static ru.mos.clusters.call.application.ApplicationAction.RECALL;
import static ru.mos.clusters.call.application.ApplicationAction.REFUSE;
import static ru.mos.clusters.call.application.ApplicationAction.REINSTATE;
import static ru.mos.clusters.call.application.ApplicationAction.REJECT;
import static ru.mos.clusters.call.application.ApplicationAction.RESERVE;
import static ru.mos.clusters.call.application.ApplicationAction.RETURN;
import static ru.mos.clusters.call.application.ApplicationAction.SIGN;
import static ru.mos.clusters.call.application.ApplicationAction.WITHDRAW;
import static ru.mos.clusters.call.application.ApplicationEffect.CERTIFICATION_ASKED;
import static ru.mos.clusters.call.application.ApplicationEffect.CERTIFICATION_DROPPED;
import static ru.mos.clusters.call.application.ApplicationEffect.CHECK_DONE;
import static ru.mos.clusters.call.application.ApplicationEffect.CORRECTION_ASKED;
import static ru.mos.clusters.call.application.ApplicationEffect.NOTHING;
import static ru.mos.clusters.call.application.ApplicationEffect.RECEIVED;
import static ru.mos.clusters.call.application.ApplicationEffect.TASKS_DROPPED;
import static ru.mos.clusters.call.application.ApplicationGuard.ANYTIME;
import static ru.mos.clusters.call.application.ApplicationGuard.CALL_OPEN;
import static ru.mos.clusters.call.application.ApplicationGuard.COMPLETE_AND_MANDATED;
import static ru.mos.clusters.call.application.ApplicationGuard.CORRECTION_COMPLETE_IN_TERM;
import static ru.mos.clusters.call.application.ApplicationGuard.CORRECTION_IN_TERM_BY_A_SECOND_PERSON;
import static ru.mos.clusters.call.application.ApplicationGuard.GROUND_CITED;
import static ru.mos.clusters.call.application.ApplicationGuard.IN_TIME_BY_A_SECOND_PERSON;
import static ru.mos.clusters.call.application.ApplicationGuard.NOTHING_VOTED_AND_REASON_GIVEN;
import static ru.mos.clusters.call.application.ApplicationGuard.PROJECT_CHECK_PASSED;
import static ru.mos.clusters.call.application.ApplicationGuard.REASON_GIVEN;
import static ru.mos.clusters.call.application.ApplicationGuard.RETURNS_LEFT_AND_REMARKS_GIVEN;
import static ru.mos.clusters.call.application.ApplicationGuard.SCORES_MISSING;
import static ru.mos.clusters.call.application.ApplicationState.ADMITTED;
import static ru.mos.clusters.call.application.ApplicationState.ASSESSED;
import static ru.mos.clusters.call.application.ApplicationState.AWAITING_CERTIFICATION;
import static ru.mos.clusters.call.application.ApplicationState.AWARDED;
import static ru.mos.clusters.call.application.ApplicationState.CANCELLED;
import static ru.mos.clusters.call.application.ApplicationState.CORRECTION_SIGNED;
import static ru.mos.clusters.call.application.ApplicationState.DRAFT;
import static ru.mos.clusters.call.application.ApplicationState.INADMISSIBLE;
import static ru.mos.clusters.call.application.ApplicationState.REFUSED;
import static ru.mos.clusters.call.application.ApplicationState.RESERVED;
import static ru.mos.clusters.call.application.ApplicationState.RETURNED;
import static ru.mos.clusters.call.application.ApplicationState.SUBMITTED;
import static ru.mos.clusters.call.application.ApplicationState.WITHDRAWN;
import static ru.mos.clusters.platform.Role.APPLICANT;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.COMMISSION;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.INFRASTRUCTURE;
import static ru.mos.clusters.platform.Role.SERVICE;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Transitions;
import ru.mos.clusters.platform.Transitions.Step;

/**
 * The life of an application. Nothing is received that one person alone has sent; what was received goes back to the
 * applicant only by a return, which has a term of its own; after the formal check the council and the commission decide, and
 * an upheld appeal puts back what a refusal ended. Staff fill in what was handed in on paper, and nothing else.
 */
final class ApplicationLifecycle {

    private static final List<String> SENDERS = List.of(APPLICANT, SERVICE, DEPARTMENT, GCKR, INFRASTRUCTURE);
    private static final List<String> OFFICERS = List.of(DEPARTMENT, GCKR);
    private static final List<String> DECIDERS = List.of(DEPARTMENT, CHIEF, COMMISSION);
    /** It follows from what happens elsewhere. */
    private static final List<String> NOBODY = List.of();

    private static final List<String> CALLERS = List.of(DEPARTMENT, CHIEF);

    // @formatter:off
    static final Transitions<ApplicationState, ApplicationAction, ApplicationGuard, ApplicationEffect> TABLE = new Transitions<>(List.<Step<ApplicationState, ApplicationAction, ApplicationGuard, ApplicationEffect>>of(
            //         from                    action     roles     guard                                  to                      effect
            new Step<>(DRAFT,                  EDIT,      SENDERS,  CALL_OPEN,                             DRAFT,                  NOTHING),
            new Step<>(DRAFT,                  SIGN,      SENDERS,  COMPLETE_AND_MANDATED,                 AWAITING_CERTIFICATION, CERTIFICATION_ASKED),
            new Step<>(DRAFT,                  WITHDRAW,  SENDERS,  REASON_GIVEN,                          WITHDRAWN,              TASKS_DROPPED),
            new Step<>(DRAFT,                  CANCEL,    CALLERS,  ANYTIME,                               CANCELLED,              TASKS_DROPPED),
            new Step<>(AWAITING_CERTIFICATION, CERTIFY,   SENDERS,  IN_TIME_BY_A_SECOND_PERSON,            SUBMITTED,              RECEIVED),
            new Step<>(AWAITING_CERTIFICATION, RECALL,    SENDERS,  ANYTIME,                               DRAFT,                  CERTIFICATION_DROPPED),
            new Step<>(AWAITING_CERTIFICATION, WITHDRAW,  SENDERS,  REASON_GIVEN,                          WITHDRAWN,              TASKS_DROPPED),
            new Step<>(AWAITING_CERTIFICATION, CANCEL,    CALLERS,  ANYTIME,                               CANCELLED,              TASKS_DROPPED),
            new Step<>(SUBMITTED,              RETURN,    OFFICERS, RETURNS_LEFT_AND_REMARKS_GIVEN,        RETURNED,               CORRECTION_ASKED),
            new Step<>(SUBMITTED,              ADMIT,     OFFICERS, PROJECT_CHECK_PASSED,                  ADMITTED,               CHECK_DONE),
            new Step<>(SUBMITTED,              REJECT,    OFFICERS, GROUND_CITED,                          INADMISSIBLE,           CHECK_DONE),
            new Step<>(SUBMITTED,              WITHDRAW,  SENDERS,  REASON_GIVEN,                          WITHDRAWN,              TASKS_DROPPED),
            new Step<>(SUBMITTED,              CANCEL,    CALLERS,  ANYTIME,                               CANCELLED,              TASKS_DROPPED),
            new Step<>(RETURNED,               EDIT,      SENDERS,  ANYTIME,                               RETURNED,               NOTHING),
            new Step<>(RETURNED,               SIGN,      SENDERS,  CORRECTION_COMPLETE_IN_TERM,           CORRECTION_SIGNED,      CERTIFICATION_ASKED),
            new Step<>(RETURNED,               REJECT,    OFFICERS, GROUND_CITED,                          INADMISSIBLE,           CHECK_DONE),
            new Step<>(RETURNED,               WITHDRAW,  SENDERS,  REASON_GIVEN,                          WITHDRAWN,              TASKS_DROPPED),
            new Step<>(RETURNED,               CANCEL,    CALLERS,  ANYTIME,                               CANCELLED,              TASKS_DROPPED),
            new Step<>(CORRECTION_SIGNED,      CERTIFY,   SENDERS,  CORRECTION_IN_TERM_BY_A_SECOND_PERSON, SUBMITTED,              RECEIVED),
            new Step<>(CORRECTION_SIGNED,      RECALL,    SENDERS,  ANYTIME,                               RETURNED,               CERTIFICATION_DROPPED),
            new Step<>(CORRECTION_SIGNED,      REJECT,    OFFICERS, GROUND_CITED,                          INADMISSIBLE,           CHECK_DONE),
            new Step<>(CORRECTION_SIGNED,      WITHDRAW,  SENDERS,  REASON_GIVEN,                          WITHDRAWN,              TASKS_DROPPED),
            new Step<>(CORRECTION_SIGNED,      CANCEL,    CALLERS,  ANYTIME,                               CANCELLED,              TASKS_DROPPED),
            new Step<>(ADMITTED,               ASSESS,    OFFICERS, ANYTIME,                               ASSESSED,               NOTHING),
            new Step<>(ADMITTED,               WITHDRAW,  SENDERS,  REASON_GIVEN,                          WITHDRAWN,              TASKS_DROPPED),
            new Step<>(ADMITTED,               CANCEL,    CALLERS,  ANYTIME,                               CANCELLED,              TASKS_DROPPED),
            new Step<>(INADMISSIBLE,           REINSTATE, DECIDERS, REASON_GIVEN,                          ADMITTED,               NOTHING),
            new Step<>(ASSESSED,               AWARD,     DECIDERS, PROJECT_CHECK_PASSED,                  AWARDED,                NOTHING),
            new Step<>(ASSESSED,               RESERVE,   DECIDERS, ANYTIME,                               RESERVED,               NOTHING),
            new Step<>(ASSESSED,               REFUSE,    DECIDERS, REASON_GIVEN,                          REFUSED,                NOTHING),
            new Step<>(ASSESSED,               REASSESS,  NOBODY,   SCORES_MISSING,                        ADMITTED,               NOTHING),
            new Step<>(ASSESSED,               WITHDRAW,  SENDERS,  NOTHING_VOTED_AND_REASON_GIVEN,        WITHDRAWN,              TASKS_DROPPED),
            new Step<>(ASSESSED,               CANCEL,    CALLERS,  ANYTIME,                               CANCELLED,              TASKS_DROPPED),
            new Step<>(RESERVED,               AWARD,     DECIDERS, PROJECT_CHECK_PASSED,                  AWARDED,                NOTHING),
            new Step<>(RESERVED,               REFUSE,    DECIDERS, REASON_GIVEN,                          REFUSED,                NOTHING),
            new Step<>(RESERVED,               WITHDRAW,  SENDERS,  NOTHING_VOTED_AND_REASON_GIVEN,        WITHDRAWN,              TASKS_DROPPED),
            new Step<>(RESERVED,               CANCEL,    CALLERS,  ANYTIME,                               CANCELLED,              TASKS_DROPPED),
            new Step<>(REFUSED,                REINSTATE, DECIDERS, REASON_GIVEN,                          ASSESSED,               NOTHING)));
    // @formatter:on

    /** What only who fills an application in may do to it. */
    private static final Set<ApplicationAction> OF_SENDERS = EnumSet.of(EDIT, SIGN, RECALL, CERTIFY, WITHDRAW);

    private ApplicationLifecycle() {}

    /** What somebody may do now: staff send what was handed in on paper, applicants and programs all else. */
    static List<ApplicationAction> open(ApplicationState state, ApplicationChannel channel, Predicate<String> hasRole) {
        boolean sends = sends(channel, hasRole);
        return TABLE.open(state, hasRole).stream()
                .filter(action -> sends || !OF_SENDERS.contains(action))
                .toList();
    }

    /** Whether somebody with these roles fills in what comes by this channel. */
    static boolean sends(ApplicationChannel channel, Predicate<String> hasRole) {
        return channel == ApplicationChannel.PAPER
                ? Stream.of(DEPARTMENT, GCKR, INFRASTRUCTURE).anyMatch(hasRole)
                : Stream.of(APPLICANT, SERVICE).anyMatch(hasRole);
    }

    /** @throws Problem {@code transition-not-allowed}, {@code forbidden-role} */
    static Step<ApplicationState, ApplicationAction, ApplicationGuard, ApplicationEffect> require(
            ApplicationState state, ApplicationChannel channel, ApplicationAction action, Predicate<String> hasRole) {
        var step = TABLE.require(state, action, hasRole);
        if (OF_SENDERS.contains(action) && !sends(channel, hasRole)) {
            throw new Problem(PlatformProblem.FORBIDDEN_ROLE);
        }
        return step;
    }
}
