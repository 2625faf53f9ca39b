package ru.mos.clusters.call.decision;

import static ru.mos.clusters.call.decision.AppealAction.DISMISS;
import static ru.mos.clusters.call.decision.AppealAction.UPHOLD;
import static ru.mos.clusters.call.decision.AppealAction.WITHDRAW;
import static ru.mos.clusters.call.decision.AppealEffect.APPLICATION_REINSTATED;
import static ru.mos.clusters.call.decision.AppealEffect.NOTHING;
import static ru.mos.clusters.call.decision.AppealGuard.OWN_APPLICATION;
import static ru.mos.clusters.call.decision.AppealGuard.REASON_GIVEN_BY_WHO_TOOK_NO_PART;
import static ru.mos.clusters.call.decision.AppealState.DISMISSED;
import static ru.mos.clusters.call.decision.AppealState.LODGED;
import static ru.mos.clusters.call.decision.AppealState.UPHELD;
import static ru.mos.clusters.call.decision.AppealState.WITHDRAWN;
import static ru.mos.clusters.platform.Role.APPLICANT;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.DEPARTMENT;

import java.util.List;
import ru.mos.clusters.platform.Transitions;
import ru.mos.clusters.platform.Transitions.Step;

/** The life of an appeal: it is decided once, by a person who took no part in what it is against. */
final class AppealLifecycle {

    private static final List<String> DECIDERS = List.of(DEPARTMENT, CHIEF);

    // @formatter:off
    static final Transitions<AppealState, AppealAction, AppealGuard, AppealEffect> TABLE = new Transitions<>(List.<Step<AppealState, AppealAction, AppealGuard, AppealEffect>>of(
            //         from    action    roles               guard                             to         effect
            new Step<>(LODGED, UPHOLD,   DECIDERS,           REASON_GIVEN_BY_WHO_TOOK_NO_PART, UPHELD,    APPLICATION_REINSTATED),
            new Step<>(LODGED, DISMISS,  DECIDERS,           REASON_GIVEN_BY_WHO_TOOK_NO_PART, DISMISSED, NOTHING),
            new Step<>(LODGED, WITHDRAW, List.of(APPLICANT), OWN_APPLICATION,                  WITHDRAWN, NOTHING)));
    // @formatter:on

    private AppealLifecycle() {}
}
