package ru.mos.clusters.agreement;

import static ru.mos.clusters.agreement.AgreementAction.AMEND;
import static ru.mos.clusters.agreement.AgreementAction.CANCEL;
import static ru.mos.clusters.agreement.AgreementAction.COMPLETE;
import static ru.mos.clusters.agreement.AgreementAction.DROP;
import static ru.mos.clusters.agreement.AgreementAction.EDIT;
import static ru.mos.clusters.agreement.AgreementAction.REFUSE;
import static ru.mos.clusters.agreement.AgreementAction.REGISTER;
import static ru.mos.clusters.agreement.AgreementAction.SIGN;
import static ru.mos.clusters.agreement.AgreementAction.TERMINATE;
import static ru.mos.clusters.agreement.AgreementEffect.COMMITTED;
import static ru.mos.clusters.agreement.AgreementEffect.NOTHING;
import static ru.mos.clusters.agreement.AgreementEffect.REMAINDER_RELEASED;
import static ru.mos.clusters.agreement.AgreementEffect.RESERVATION_RELEASED;
import static ru.mos.clusters.agreement.AgreementGuard.ALL_PAID_AND_ACCEPTED;
import static ru.mos.clusters.agreement.AgreementGuard.ANOTHER_PERSON_AND_SOUND_TERMS;
import static ru.mos.clusters.agreement.AgreementGuard.NONE;
import static ru.mos.clusters.agreement.AgreementGuard.NOTHING_UNDERWAY;
import static ru.mos.clusters.agreement.AgreementGuard.REASON_GIVEN;
import static ru.mos.clusters.agreement.AgreementGuard.REGISTERED_BY_FINANCE_BODY;
import static ru.mos.clusters.agreement.AgreementState.AMENDED;
import static ru.mos.clusters.agreement.AgreementState.AMENDING;
import static ru.mos.clusters.agreement.AgreementState.CANCELLED;
import static ru.mos.clusters.agreement.AgreementState.COMPLETED;
import static ru.mos.clusters.agreement.AgreementState.DRAFT;
import static ru.mos.clusters.agreement.AgreementState.IN_FORCE;
import static ru.mos.clusters.agreement.AgreementState.SIGNED;
import static ru.mos.clusters.agreement.AgreementState.TERMINATED;
import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.DEPARTMENT;

import java.util.List;
import ru.mos.clusters.platform.Transitions;
import ru.mos.clusters.platform.Transitions.Step;

/** The life of an agreement: money is owed once the finance body has registered what was signed, and not before. */
final class AgreementLifecycle {

    private static final List<String> WRITERS = List.of(DEPARTMENT);
    private static final List<String> CHIEFS = List.of(CHIEF);
    private static final List<String> KEEPERS = List.of(ACCOUNTANT);

    // @formatter:off
    static final Transitions<AgreementState, AgreementAction, AgreementGuard, AgreementEffect> TABLE = new Transitions<>(List.<Step<AgreementState, AgreementAction, AgreementGuard, AgreementEffect>>of(
            //         from      action     roles    guard                           to          effect
            new Step<>(DRAFT,    EDIT,      WRITERS, NONE,                           DRAFT,      NOTHING),
            new Step<>(DRAFT,    SIGN,      CHIEFS,  ANOTHER_PERSON_AND_SOUND_TERMS, SIGNED,     NOTHING),
            new Step<>(DRAFT,    CANCEL,    CHIEFS,  REASON_GIVEN,                   CANCELLED,  RESERVATION_RELEASED),
            new Step<>(SIGNED,   REGISTER,  KEEPERS, REGISTERED_BY_FINANCE_BODY,     IN_FORCE,   COMMITTED),
            new Step<>(SIGNED,   REFUSE,    KEEPERS, REASON_GIVEN,                   DRAFT,      NOTHING),
            new Step<>(IN_FORCE, AMEND,     WRITERS, REASON_GIVEN,                   AMENDING,   NOTHING),
            new Step<>(AMENDING, EDIT,      WRITERS, NONE,                           AMENDING,   NOTHING),
            new Step<>(AMENDING, SIGN,      CHIEFS,  ANOTHER_PERSON_AND_SOUND_TERMS, AMENDED,    NOTHING),
            new Step<>(AMENDING, DROP,      WRITERS, NONE,                           IN_FORCE,   NOTHING),
            new Step<>(AMENDED,  REGISTER,  KEEPERS, REGISTERED_BY_FINANCE_BODY,     IN_FORCE,   COMMITTED),
            new Step<>(AMENDED,  REFUSE,    KEEPERS, REASON_GIVEN,                   AMENDING,   NOTHING),
            new Step<>(IN_FORCE, COMPLETE,  CHIEFS,  ALL_PAID_AND_ACCEPTED,          COMPLETED,  REMAINDER_RELEASED),
            new Step<>(IN_FORCE, TERMINATE, CHIEFS,  NOTHING_UNDERWAY,               TERMINATED, REMAINDER_RELEASED)));
    // @formatter:on

    private AgreementLifecycle() {}
}
