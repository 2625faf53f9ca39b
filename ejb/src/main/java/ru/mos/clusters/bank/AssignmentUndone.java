package ru.mos.clusters.bank;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** Fired when an assignment of money that came in is taken back, in the same transaction. */
public record AssignmentUndone(UUID document, Source to, LocalDate on, BigDecimal amount, String reason) {}
