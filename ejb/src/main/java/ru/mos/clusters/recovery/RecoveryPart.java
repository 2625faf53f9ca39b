package ru.mos.clusters.recovery;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * What of a payment is demanded back.
 *
 * @param amount roubles
 * @param repaid of it, so far
 * @param unaccounted what of the payment is neither accounted for nor returned
 * @param year of the budget that paid it
 * @param kbk code of the budget classification that paid it
 */
public record RecoveryPart(
        UUID payment, long number, BigDecimal amount, BigDecimal repaid, BigDecimal unaccounted, int year, String kbk)
        implements Serializable {}
