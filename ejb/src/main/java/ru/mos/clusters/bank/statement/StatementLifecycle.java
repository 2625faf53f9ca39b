package ru.mos.clusters.bank.statement;

import static ru.mos.clusters.bank.statement.StatementAction.ACCEPT;
import static ru.mos.clusters.bank.statement.StatementAction.DISCARD;
import static ru.mos.clusters.bank.statement.StatementEffect.DOCUMENTS_MATCHED;
import static ru.mos.clusters.bank.statement.StatementEffect.NOTHING;
import static ru.mos.clusters.bank.statement.StatementGuard.REASON_GIVEN;
import static ru.mos.clusters.bank.statement.StatementGuard.SECOND_PERSON;
import static ru.mos.clusters.bank.statement.StatementState.ACCEPTED;
import static ru.mos.clusters.bank.statement.StatementState.DISCARDED;
import static ru.mos.clusters.bank.statement.StatementState.FLAGGED;
import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.CHIEF;

import java.util.List;
import ru.mos.clusters.platform.Transitions;
import ru.mos.clusters.platform.Transitions.Step;

/** The life of a statement in which something does not fit: whoever uploaded it does not accept it. */
final class StatementLifecycle {

    private static final List<String> KEEPERS = List.of(ACCOUNTANT, CHIEF);

    // @formatter:off
    static final Transitions<StatementState, StatementAction, StatementGuard, StatementEffect> TABLE = new Transitions<>(List.<Step<StatementState, StatementAction, StatementGuard, StatementEffect>>of(
            //         from     action   roles    guard          to         effect
            new Step<>(FLAGGED, ACCEPT,  KEEPERS, SECOND_PERSON, ACCEPTED,  DOCUMENTS_MATCHED),
            new Step<>(FLAGGED, DISCARD, KEEPERS, REASON_GIVEN,  DISCARDED, NOTHING)));
    // @formatter:on

    private StatementLifecycle() {}
}
