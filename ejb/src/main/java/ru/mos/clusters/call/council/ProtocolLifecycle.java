package ru.mos.clusters.call.council;

import static ru.mos.clusters.call.council.ProtocolAction.DROP;
import static ru.mos.clusters.call.council.ProtocolAction.EDIT;
import static ru.mos.clusters.call.council.ProtocolAction.NUMBER;
import static ru.mos.clusters.call.council.ProtocolAction.SIGN;
import static ru.mos.clusters.call.council.ProtocolEffect.NOTHING;
import static ru.mos.clusters.call.council.ProtocolEffect.SCAN_KEPT;
import static ru.mos.clusters.call.council.ProtocolEffect.SIGNATURE_ASKED;
import static ru.mos.clusters.call.council.ProtocolGuard.ANYTIME;
import static ru.mos.clusters.call.council.ProtocolGuard.SCAN_GIVEN_BY_A_SECOND_PERSON;
import static ru.mos.clusters.call.council.ProtocolGuard.SITTING_CLOSED;
import static ru.mos.clusters.call.council.ProtocolState.DRAFT;
import static ru.mos.clusters.call.council.ProtocolState.DROPPED;
import static ru.mos.clusters.call.council.ProtocolState.NUMBERED;
import static ru.mos.clusters.call.council.ProtocolState.SIGNED;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;

import java.util.List;
import ru.mos.clusters.platform.Transitions;
import ru.mos.clusters.platform.Transitions.Step;

/** The life of a protocol: with its number it stops changing, with its signed paper it can be carried out. */
final class ProtocolLifecycle {

    private static final List<String> STAFF = List.of(DEPARTMENT, GCKR);
    private static final List<String> SIGNERS = List.of(CHIEF);

    // @formatter:off
    static final Transitions<ProtocolState, ProtocolAction, ProtocolGuard, ProtocolEffect> TABLE = new Transitions<>(List.<Step<ProtocolState, ProtocolAction, ProtocolGuard, ProtocolEffect>>of(
            //         from      action  roles    guard                          to        effect
            new Step<>(DRAFT,    EDIT,   STAFF,   ANYTIME,                       DRAFT,    NOTHING),
            new Step<>(DRAFT,    NUMBER, STAFF,   SITTING_CLOSED,                NUMBERED, SIGNATURE_ASKED),
            new Step<>(DRAFT,    DROP,   STAFF,   ANYTIME,                       DROPPED,  NOTHING),
            new Step<>(NUMBERED, SIGN,   SIGNERS, SCAN_GIVEN_BY_A_SECOND_PERSON, SIGNED,   SCAN_KEPT)));
    // @formatter:on

    private ProtocolLifecycle() {}
}
