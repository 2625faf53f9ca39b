package ru.mos.clusters.remote;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment of an instalment, or of a participant's part of it. Sums in roubles.
 *
 * @param position of the instalment
 * @param payee INN of who is paid
 * @param state {@code PREPARED}, {@code APPROVED}, {@code ORDERED}, {@code EXECUTED}, {@code REJECTED} or {@code CANCELLED}
 * @param amount of which {@code heldBack} is set off against a demand and not paid by the bank, and {@code returned} came back
 * @param orderedOn day of the instruction; null before
 * @param executedOn day on which the bank executed it; null before
 */
public record PaymentAnswer(
        UUID id,
        long number,
        int position,
        String payee,
        String state,
        BigDecimal amount,
        BigDecimal heldBack,
        BigDecimal returned,
        @Nullable LocalDate orderedOn,
        @Nullable LocalDate executedOn)
        implements Serializable {}
