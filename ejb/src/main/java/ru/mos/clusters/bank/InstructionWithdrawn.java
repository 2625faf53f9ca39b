package ru.mos.clusters.bank;

import java.util.UUID;

/** Fired when an instruction was withdrawn before the bank executed it, in the same transaction. */
public record InstructionWithdrawn(UUID instruction, Source source, String reason) {}
