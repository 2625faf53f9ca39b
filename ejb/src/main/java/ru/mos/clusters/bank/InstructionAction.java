package ru.mos.clusters.bank;

/** What may be done to an instruction. */
public enum InstructionAction {
    EXECUTE,
    UNDO,
    REJECT,
    WITHDRAW,
    REPEAT
}
