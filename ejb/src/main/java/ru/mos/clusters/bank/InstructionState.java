package ru.mos.clusters.bank;

/** What has become of an instruction. */
public enum InstructionState {
    ISSUED,
    EXECUTED,
    REJECTED,
    WITHDRAWN
}
