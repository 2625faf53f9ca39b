package ru.mos.clusters.bank;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** Fired when the document of a statement turned out not to belong to the instruction: it is issued, no more. */
public record ExecutionUndone(
        UUID instruction, Source source, LocalDate on, BigDecimal amount, UUID document, String reason) {}
