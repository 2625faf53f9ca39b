package ru.mos.clusters.bank;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Fired when an accountant said what money that came in is for, in the same transaction; an observer that cannot take it throws.
 *
 * @param payerInn empty where the statement names none
 */
public record ReceiptAssigned(UUID document, Source to, LocalDate on, BigDecimal amount, String payerInn) {}
