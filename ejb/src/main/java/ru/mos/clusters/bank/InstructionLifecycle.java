package ru.mos.clusters.bank;

import static ru.mos.clusters.bank.InstructionAction.EXECUTE;
import static ru.mos.clusters.bank.InstructionAction.REJECT;
import static ru.mos.clusters.bank.InstructionAction.REPEAT;
import static ru.mos.clusters.bank.InstructionAction.UNDO;
import static ru.mos.clusters.bank.InstructionAction.WITHDRAW;
import static ru.mos.clusters.bank.InstructionEffect.NEXT_ISSUED;
import static ru.mos.clusters.bank.InstructionEffect.SOURCE_TOLD;
import static ru.mos.clusters.bank.InstructionGuard.BANK_SHOWS_IT;
import static ru.mos.clusters.bank.InstructionGuard.NOT_REPEATED;
import static ru.mos.clusters.bank.InstructionGuard.REASON_GIVEN;
import static ru.mos.clusters.bank.InstructionState.EXECUTED;
import static ru.mos.clusters.bank.InstructionState.ISSUED;
import static ru.mos.clusters.bank.InstructionState.REJECTED;
import static ru.mos.clusters.bank.InstructionState.WITHDRAWN;
import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.DEPARTMENT;

import java.util.List;
import ru.mos.clusters.platform.Transitions;
import ru.mos.clusters.platform.Transitions.Step;

/** The life of an instruction: only the bank's statement executes it; one that the bank refused is repeated under a new number. */
final class InstructionLifecycle {

    private static final List<String> KEEPERS = List.of(ACCOUNTANT, CHIEF);
    private static final List<String> DECIDERS = List.of(CHIEF, DEPARTMENT);

    // @formatter:off
    static final Transitions<InstructionState, InstructionAction, InstructionGuard, InstructionEffect> TABLE = new Transitions<>(List.<Step<InstructionState, InstructionAction, InstructionGuard, InstructionEffect>>of(
            //         from      action    roles                guard          to         effect
            new Step<>(ISSUED,   EXECUTE,  KEEPERS,             BANK_SHOWS_IT, EXECUTED,  SOURCE_TOLD),
            new Step<>(ISSUED,   REJECT,   List.of(ACCOUNTANT), REASON_GIVEN,  REJECTED,  SOURCE_TOLD),
            new Step<>(ISSUED,   WITHDRAW, DECIDERS,            REASON_GIVEN,  WITHDRAWN, SOURCE_TOLD),
            new Step<>(EXECUTED, UNDO,     KEEPERS,             REASON_GIVEN,  ISSUED,    SOURCE_TOLD),
            new Step<>(REJECTED, REPEAT,   DECIDERS,            NOT_REPEATED,  REJECTED,  NEXT_ISSUED)));
    // @formatter:on

    private InstructionLifecycle() {}
}
