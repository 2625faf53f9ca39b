package ru.mos.clusters.recovery;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a demand was met with.
 *
 * @param amount roubles
 * @param on day of the bank's booking; null while it is pending
 * @param document of the bank's statement, of a receipt
 * @param payment that it is kept back from, of a set-off
 * @param paymentNumber its number
 * @param reason why it counts no more
 */
public record RepaymentView(
        UUID id,
        long number,
        UUID order,
        RepaymentWay way,
        BigDecimal amount,
        RepaymentState state,
        @Nullable LocalDate on,
        @Nullable UUID document,
        @Nullable UUID payment,
        @Nullable Long paymentNumber,
        @Nullable String reason)
        implements Serializable {}
