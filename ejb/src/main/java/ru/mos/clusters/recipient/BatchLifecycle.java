package ru.mos.clusters.recipient;

import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.recipient.BatchAction.ANSWER;
import static ru.mos.clusters.recipient.BatchAction.CANCEL;
import static ru.mos.clusters.recipient.BatchAction.RELEASE;
import static ru.mos.clusters.recipient.BatchEffect.FILE_OFFERED;
import static ru.mos.clusters.recipient.BatchEffect.NUMBERS_RECORDED;
import static ru.mos.clusters.recipient.BatchEffect.RECORDS_FREE_AGAIN;
import static ru.mos.clusters.recipient.BatchGuard.DOCUMENTS_KNOWN;
import static ru.mos.clusters.recipient.BatchGuard.REASON_GIVEN;
import static ru.mos.clusters.recipient.BatchGuard.SECOND_PERSON;
import static ru.mos.clusters.recipient.BatchState.ANSWERED;
import static ru.mos.clusters.recipient.BatchState.CANCELLED;
import static ru.mos.clusters.recipient.BatchState.PREPARED;
import static ru.mos.clusters.recipient.BatchState.RELEASED;

import java.util.List;
import ru.mos.clusters.platform.Transitions;
import ru.mos.clusters.platform.Transitions.Step;

/** The life of a file; it is answered once every document of it is. */
final class BatchLifecycle {

    // @formatter:off
    static final Transitions<BatchState, BatchAction, BatchGuard, BatchEffect> TABLE = new Transitions<>(List.<Step<BatchState, BatchAction, BatchGuard, BatchEffect>>of(
            //         from      action   roles                      guard            to         effect
            new Step<>(PREPARED, RELEASE, List.of(CHIEF),             SECOND_PERSON,   RELEASED,  FILE_OFFERED),
            new Step<>(PREPARED, CANCEL,  List.of(DEPARTMENT, CHIEF), REASON_GIVEN,    CANCELLED, RECORDS_FREE_AGAIN),
            new Step<>(RELEASED, ANSWER,  List.of(DEPARTMENT),        DOCUMENTS_KNOWN, ANSWERED,  NUMBERS_RECORDED)));
    // @formatter:on

    private BatchLifecycle() {}
}
