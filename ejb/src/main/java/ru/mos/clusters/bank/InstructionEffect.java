package ru.mos.clusters.bank;

/** What follows. */
public enum InstructionEffect {
    SOURCE_TOLD,
    NEXT_ISSUED
}
