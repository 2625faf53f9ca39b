package ru.mos.clusters.ledger.year;

import static ru.mos.clusters.ledger.year.YearEndAction.CARRY_OUT;
import static ru.mos.clusters.ledger.year.YearEndAction.DISCARD;
import static ru.mos.clusters.ledger.year.YearEndEffect.LAPSED_AND_REGISTERED_AGAIN;
import static ru.mos.clusters.ledger.year.YearEndEffect.NOTHING;
import static ru.mos.clusters.ledger.year.YearEndGuard.OVER_AND_SECOND_PERSON;
import static ru.mos.clusters.ledger.year.YearEndGuard.REASON_GIVEN;
import static ru.mos.clusters.ledger.year.YearEndState.CARRIED_OUT;
import static ru.mos.clusters.ledger.year.YearEndState.DISCARDED;
import static ru.mos.clusters.ledger.year.YearEndState.DRAFT;
import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.CHIEF;

import java.util.List;
import ru.mos.clusters.platform.Transitions;
import ru.mos.clusters.platform.Transitions.Step;

/** The life of a year end: what is carried out stays; what was prepared wrongly is put away and prepared anew. */
final class YearEndLifecycle {

    // @formatter:off
    static final Transitions<YearEndState, YearEndAction, YearEndGuard, YearEndEffect> TABLE = new Transitions<>(List.<Step<YearEndState, YearEndAction, YearEndGuard, YearEndEffect>>of(
            //         from   action     roles                      guard                   to           effect
            new Step<>(DRAFT, CARRY_OUT, List.of(CHIEF),             OVER_AND_SECOND_PERSON, CARRIED_OUT, LAPSED_AND_REGISTERED_AGAIN),
            new Step<>(DRAFT, DISCARD,   List.of(ACCOUNTANT, CHIEF), REASON_GIVEN,           DISCARDED,   NOTHING)));
    // @formatter:on

    private YearEndLifecycle() {}
}
