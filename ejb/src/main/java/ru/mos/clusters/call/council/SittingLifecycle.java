package ru.mos.clusters.call.council;

import static ru.mos.clusters.call.council.SittingAction.ATTEND;
import static ru.mos.clusters.call.council.SittingAction.CANCEL;
import static ru.mos.clusters.call.council.SittingAction.CLOSE;
import static ru.mos.clusters.call.council.SittingAction.EDIT;
import static ru.mos.clusters.call.council.SittingAction.MOVE;
import static ru.mos.clusters.call.council.SittingAction.RECUSE;
import static ru.mos.clusters.call.council.SittingAction.REOPEN;
import static ru.mos.clusters.call.council.SittingAction.VOTE;
import static ru.mos.clusters.call.council.SittingEffect.INTERESTED_RECUSED;
import static ru.mos.clusters.call.council.SittingEffect.NOTHING;
import static ru.mos.clusters.call.council.SittingEffect.PROTOCOL_DROPPED;
import static ru.mos.clusters.call.council.SittingEffect.VOTES_COUNTED;
import static ru.mos.clusters.call.council.SittingGuard.AGENDA_GIVEN;
import static ru.mos.clusters.call.council.SittingGuard.ANYTIME;
import static ru.mos.clusters.call.council.SittingGuard.BY_A_MEMBER_WITH_QUORUM;
import static ru.mos.clusters.call.council.SittingGuard.NOT_NUMBERED;
import static ru.mos.clusters.call.council.SittingGuard.REASON_GIVEN;
import static ru.mos.clusters.call.council.SittingState.CANCELLED;
import static ru.mos.clusters.call.council.SittingState.CLOSED;
import static ru.mos.clusters.call.council.SittingState.OPEN;
import static ru.mos.clusters.call.council.SittingState.PLANNED;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.COMMISSION;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.EXPERT;
import static ru.mos.clusters.platform.Role.GCKR;

import java.util.List;
import ru.mos.clusters.platform.Transitions;
import ru.mos.clusters.platform.Transitions.Step;

/**
 * The life of a sitting. Staff prepare and lead it on paper, members vote; what was voted stands unless the sitting is opened
 * again before its protocol bears a number.
 */
final class SittingLifecycle {

    private static final List<String> STAFF = List.of(DEPARTMENT, GCKR);
    private static final List<String> MEMBERS = List.of(EXPERT, COMMISSION, DEPARTMENT, GCKR, CHIEF);

    // @formatter:off
    static final Transitions<SittingState, SittingAction, SittingGuard, SittingEffect> TABLE = new Transitions<>(List.<Step<SittingState, SittingAction, SittingGuard, SittingEffect>>of(
            //         from     action              roles    guard                    to         effect
            new Step<>(PLANNED, EDIT,               STAFF,   ANYTIME,                 PLANNED,   NOTHING),
            new Step<>(PLANNED, SittingAction.OPEN, STAFF,   AGENDA_GIVEN,            OPEN,      INTERESTED_RECUSED),
            new Step<>(PLANNED, RECUSE,             MEMBERS, REASON_GIVEN,            PLANNED,   NOTHING),
            new Step<>(PLANNED, CANCEL,             STAFF,   REASON_GIVEN,            CANCELLED, NOTHING),
            new Step<>(OPEN,    ATTEND,             STAFF,   ANYTIME,                 OPEN,      NOTHING),
            new Step<>(OPEN,    MOVE,               STAFF,   ANYTIME,                 OPEN,      NOTHING),
            new Step<>(OPEN,    RECUSE,             MEMBERS, REASON_GIVEN,            OPEN,      NOTHING),
            new Step<>(OPEN,    VOTE,               MEMBERS, BY_A_MEMBER_WITH_QUORUM, OPEN,      NOTHING),
            new Step<>(OPEN,    CLOSE,              STAFF,   ANYTIME,                 CLOSED,    VOTES_COUNTED),
            new Step<>(OPEN,    CANCEL,             STAFF,   REASON_GIVEN,            CANCELLED, NOTHING),
            new Step<>(CLOSED,  REOPEN,             STAFF,   NOT_NUMBERED,            OPEN,      PROTOCOL_DROPPED)));
    // @formatter:on

    private SittingLifecycle() {}
}
