package ru.mos.clusters.agreement;

/** Fired when it turned out that the bank did not execute a payment, in the same transaction. */
public record PaymentExecutionUndone(PaymentView payment, String reason) {}
