package ru.mos.clusters.agreement;

/** Fired when a payment was given up or its order taken back, in the same transaction. */
public record PaymentCancelled(PaymentView payment, String reason) {}
