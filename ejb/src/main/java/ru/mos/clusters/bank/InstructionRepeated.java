package ru.mos.clusters.bank;

import java.util.UUID;

/** Fired when a new instruction took the place of a rejected one, in the same transaction. */
public record InstructionRepeated(UUID instruction, UUID repeats, Source source) {}
