package ru.mos.clusters.bank;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** Fired when a document of a statement shows that the bank executed an instruction, in the same transaction. */
public record InstructionExecuted(UUID instruction, Source source, LocalDate on, BigDecimal amount, UUID document) {}
