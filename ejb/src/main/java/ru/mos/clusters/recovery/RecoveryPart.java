package ru.mos.clusters.recovery;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * What of a payment is demanded back.
 *
 * @param amount roubles
 * @param repaid of it, so far
 * @param unaccounted what of the payment is neither accounted for nor returned, as the ledger has it
 * @param year of the budget that paid it
 * @param kbk code of the budget classification that paid it
 * @param ended whether that year's limits have lapsed, so that nothing opens them again
 */
public record RecoveryPart(
        UUID payment,
        long number,
        BigDecimal amount,
        BigDecimal repaid,
        BigDecimal unaccounted,
        int year,
        String kbk,
        boolean ended)
        implements Serializable {}
