package ru.mos.clusters.bank.statement;

/** On what condition. */
public enum StatementGuard {
    SECOND_PERSON,
    REASON_GIVEN
}
