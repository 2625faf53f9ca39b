package ru.mos.clusters.reconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * An entry of the ledger by which an agreement's paid money moved, in roubles; corrections count as what they take back.
 *
 * @param accepted accounted for by a report
 */
record Movement(LocalDate day, String memo, BigDecimal paid, BigDecimal returned, BigDecimal accepted) {}
