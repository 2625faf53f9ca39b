package ru.mos.clusters.bank;

/** On what condition. */
public enum InstructionGuard {
    BANK_SHOWS_IT,
    REASON_GIVEN,
    NOT_REPEATED
}
