package ru.mos.clusters.bank;

import java.time.LocalDate;
import java.util.UUID;

/** Fired when the bank refused an instruction, in the same transaction. */
public record InstructionRejected(UUID instruction, Source source, LocalDate on, String reason) {}
