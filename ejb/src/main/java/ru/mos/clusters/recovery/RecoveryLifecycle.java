package ru.mos.clusters.recovery;

import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.recovery.RecoveryAction.DEFER;
import static ru.mos.clusters.recovery.RecoveryAction.ISSUE;
import static ru.mos.clusters.recovery.RecoveryAction.SET_OFF;
import static ru.mos.clusters.recovery.RecoveryAction.WITHDRAW;
import static ru.mos.clusters.recovery.RecoveryAction.WRITE_OFF;
import static ru.mos.clusters.recovery.RecoveryEffect.DEMANDED;
import static ru.mos.clusters.recovery.RecoveryEffect.HELD_BACK;
import static ru.mos.clusters.recovery.RecoveryEffect.NOTHING;
import static ru.mos.clusters.recovery.RecoveryEffect.TAKEN_BACK;
import static ru.mos.clusters.recovery.RecoveryGuard.DOCUMENT_AND_REASON;
import static ru.mos.clusters.recovery.RecoveryGuard.DOCUMENT_AND_TERMS_THAT_ADD_UP;
import static ru.mos.clusters.recovery.RecoveryGuard.NOTHING_MET_AND_REASON_GIVEN;
import static ru.mos.clusters.recovery.RecoveryGuard.PAYMENT_OF_THE_SAME_BUDGET;
import static ru.mos.clusters.recovery.RecoveryGuard.REASON_GIVEN;
import static ru.mos.clusters.recovery.RecoveryGuard.SECOND_PERSON;
import static ru.mos.clusters.recovery.RecoveryState.DRAFT;
import static ru.mos.clusters.recovery.RecoveryState.ISSUED;
import static ru.mos.clusters.recovery.RecoveryState.WITHDRAWN;
import static ru.mos.clusters.recovery.RecoveryState.WRITTEN_OFF;

import java.util.List;
import ru.mos.clusters.platform.Transitions;
import ru.mos.clusters.platform.Transitions.Step;

/** What people do to a demand. That it is met is told by the bank, not by anybody here. */
final class RecoveryLifecycle {

    private static final List<String> CHIEFS = List.of(CHIEF);
    private static final List<String> KEEPERS = List.of(ACCOUNTANT);
    private static final List<String> WRITERS = List.of(DEPARTMENT, CHIEF);

    // @formatter:off
    static final Transitions<RecoveryState, RecoveryAction, RecoveryGuard, RecoveryEffect> TABLE = new Transitions<>(List.<Step<RecoveryState, RecoveryAction, RecoveryGuard, RecoveryEffect>>of(
            //         from    action     roles    guard                           to           effect
            new Step<>(DRAFT,  ISSUE,     CHIEFS,  SECOND_PERSON,                  ISSUED,      DEMANDED),
            new Step<>(DRAFT,  WITHDRAW,  WRITERS, REASON_GIVEN,                   WITHDRAWN,   NOTHING),
            new Step<>(ISSUED, WITHDRAW,  CHIEFS,  NOTHING_MET_AND_REASON_GIVEN,   WITHDRAWN,   TAKEN_BACK),
            new Step<>(ISSUED, DEFER,     CHIEFS,  DOCUMENT_AND_TERMS_THAT_ADD_UP, ISSUED,      NOTHING),
            new Step<>(ISSUED, SET_OFF,   KEEPERS, PAYMENT_OF_THE_SAME_BUDGET,     ISSUED,      HELD_BACK),
            new Step<>(ISSUED, WRITE_OFF, CHIEFS,  DOCUMENT_AND_REASON,            WRITTEN_OFF, RecoveryEffect.WRITTEN_OFF)));
    // @formatter:on

    private RecoveryLifecycle() {}
}
