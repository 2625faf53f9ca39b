/**
 * The end of a budget year: whatever is left of its appropriations, limits, reservations and commitments lapses on 31 December, and
 * what is still owed is registered again under the limits of the next year. An accountant prepares it, a chief carries it out, once
 * and as a whole.
 *
 * <p>Enter through {@link ru.mos.clusters.ledger.year.YearEnd}. Whose a sum is, is a subject this package does not read; who keeps
 * account of it hears of it by {@link ru.mos.clusters.ledger.CarriedOver}.
 *
 * <p>Source: Budget Code, article 242.
 */
@NullMarked
package ru.mos.clusters.ledger.year;

import org.jspecify.annotations.NullMarked;
