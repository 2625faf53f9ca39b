package ru.mos.clusters.ledger.opening;

import static ru.mos.clusters.ledger.opening.OpeningAction.CANCEL;
import static ru.mos.clusters.ledger.opening.OpeningAction.POST;
import static ru.mos.clusters.ledger.opening.OpeningEffect.BALANCES_TAKEN_ON;
import static ru.mos.clusters.ledger.opening.OpeningEffect.ROWS_FREE_AGAIN;
import static ru.mos.clusters.ledger.opening.OpeningGuard.REASON_GIVEN;
import static ru.mos.clusters.ledger.opening.OpeningGuard.SECOND_PERSON;
import static ru.mos.clusters.ledger.opening.OpeningState.CANCELLED;
import static ru.mos.clusters.ledger.opening.OpeningState.POSTED;
import static ru.mos.clusters.ledger.opening.OpeningState.PREPARED;
import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.CHIEF;

import java.util.List;
import ru.mos.clusters.platform.Transitions;
import ru.mos.clusters.platform.Transitions.Step;

/** The life of opening balances: what is posted stays; what was entered wrongly is cancelled and entered anew. */
final class OpeningLifecycle {

    // @formatter:off
    static final Transitions<OpeningState, OpeningAction, OpeningGuard, OpeningEffect> TABLE = new Transitions<>(List.<Step<OpeningState, OpeningAction, OpeningGuard, OpeningEffect>>of(
            //         from      action  roles                      guard          to         effect
            new Step<>(PREPARED, POST,   List.of(CHIEF),             SECOND_PERSON, POSTED,    BALANCES_TAKEN_ON),
            new Step<>(PREPARED, CANCEL, List.of(ACCOUNTANT, CHIEF), REASON_GIVEN,  CANCELLED, ROWS_FREE_AGAIN)));
    // @formatter:on

    private OpeningLifecycle() {}
}
