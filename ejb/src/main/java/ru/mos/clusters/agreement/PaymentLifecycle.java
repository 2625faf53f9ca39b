package ru.mos.clusters.agreement;

import static ru.mos.clusters.agreement.PaymentAction.APPROVE;
import static ru.mos.clusters.agreement.PaymentAction.APPROVE_FIRST;
import static ru.mos.clusters.agreement.PaymentAction.APPROVE_SECOND;
import static ru.mos.clusters.agreement.PaymentAction.CANCEL;
import static ru.mos.clusters.agreement.PaymentAction.REPEAT;
import static ru.mos.clusters.agreement.PaymentAction.WITHDRAW;
import static ru.mos.clusters.agreement.PaymentEffect.NOTHING;
import static ru.mos.clusters.agreement.PaymentEffect.ORDER_TAKEN_BACK;
import static ru.mos.clusters.agreement.PaymentGuard.NO_OBSTACLE;
import static ru.mos.clusters.agreement.PaymentGuard.REASON_GIVEN;
import static ru.mos.clusters.agreement.PaymentGuard.SECOND_PERSON_AND_NO_OBSTACLE;
import static ru.mos.clusters.agreement.PaymentGuard.THIRD_PERSON_AND_NO_OBSTACLE;
import static ru.mos.clusters.agreement.PaymentState.APPROVED;
import static ru.mos.clusters.agreement.PaymentState.CANCELLED;
import static ru.mos.clusters.agreement.PaymentState.ORDERED;
import static ru.mos.clusters.agreement.PaymentState.PREPARED;
import static ru.mos.clusters.agreement.PaymentState.REJECTED;
import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.CHIEF;

import java.util.List;
import ru.mos.clusters.platform.Transitions;
import ru.mos.clusters.platform.Transitions.Step;

/**
 * What people do to a payment: nobody pays alone, and large sums want three. That the bank executed or rejected it is told by the
 * bank, not by anybody here.
 */
final class PaymentLifecycle {

    private static final List<String> CHIEFS = List.of(CHIEF);
    private static final List<String> KEEPERS = List.of(ACCOUNTANT, CHIEF);

    // @formatter:off
    static final Transitions<PaymentState, PaymentAction, PaymentGuard, PaymentEffect> TABLE = new Transitions<>(List.<Step<PaymentState, PaymentAction, PaymentGuard, PaymentEffect>>of(
            //         from      action          roles    guard                          to         effect
            new Step<>(PREPARED, APPROVE,        CHIEFS,  SECOND_PERSON_AND_NO_OBSTACLE, ORDERED,   PaymentEffect.ORDERED),
            new Step<>(PREPARED, APPROVE_FIRST,  CHIEFS,  SECOND_PERSON_AND_NO_OBSTACLE, APPROVED,  NOTHING),
            new Step<>(APPROVED, APPROVE_SECOND, CHIEFS,  THIRD_PERSON_AND_NO_OBSTACLE,  ORDERED,   PaymentEffect.ORDERED),
            new Step<>(PREPARED, CANCEL,         KEEPERS, REASON_GIVEN,                  CANCELLED, NOTHING),
            new Step<>(APPROVED, CANCEL,         KEEPERS, REASON_GIVEN,                  CANCELLED, NOTHING),
            new Step<>(ORDERED,  WITHDRAW,       CHIEFS,  REASON_GIVEN,                  CANCELLED, ORDER_TAKEN_BACK),
            new Step<>(REJECTED, REPEAT,         CHIEFS,  NO_OBSTACLE,                   ORDERED,   PaymentEffect.ORDERED),
            new Step<>(REJECTED, WITHDRAW,       CHIEFS,  REASON_GIVEN,                  CANCELLED, ORDER_TAKEN_BACK)));
    // @formatter:on

    private PaymentLifecycle() {}
}
