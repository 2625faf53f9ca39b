package ru.mos.clusters.agreement;

import java.time.LocalDate;

/** Fired when the bank executed a payment, in the same transaction. */
public record PaymentExecuted(PaymentView payment, LocalDate on) {}
