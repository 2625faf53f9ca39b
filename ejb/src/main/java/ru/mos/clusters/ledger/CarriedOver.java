package ru.mos.clusters.ledger;

import java.math.BigDecimal;

/**
 * A sum of a subject ended with its year and was registered again under the limits of the next; fired in the transaction that did
 * so, once for each sum. Who keeps account of the subject follows: what was due has to fall due again.
 *
 * <p>Source: Budget Code, article 242.
 *
 * @param amount registered again, in roubles; of what was left of the subject the rest has lapsed
 */
public record CarriedOver(String subject, int fromYear, String fromKbk, int toYear, String toKbk, BigDecimal amount) {}
