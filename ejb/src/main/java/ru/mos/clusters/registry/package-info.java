/**
 * Enterprises by INN: searched, shown as on a date, with the history of every fact and its source, and with what no file
 * holds entered by hand.
 *
 * <p>Enter through {@link Entities} (search, card, history), {@link ManualFacts} (hand entry by two persons),
 * {@link Standings} (many subjects at once, for rules), {@link EntityExport} and {@link PersonNames}. How releases of the
 * tax service come in is the matter of {@code registry.release}; whether a subject was in the register on a date is
 * decided by the database function {@code registry.sme_status} alone.
 *
 * <p>Entrepreneurs and heads of farms are private persons (152-ФЗ). Lists, exports and cards show their names cut to
 * «Иванов И. И.» to everybody. The full name stands in the card and history of one subject opened by an explicit act of
 * {@code department}, {@code gckr}, {@code auditor} or {@code service}; each such view is a change
 * {@code PERSONAL_DATA_VIEWED}. Over REST the request for a single subject is that act. Names are forgotten some years
 * after the last appearance, by {@link PersonNames#forget}.
 *
 * <p>Source: contract, "Registry", "What was known when"; {@code domain.md} §2.6, §3.
 */
@NullMarked
package ru.mos.clusters.registry;

import org.jspecify.annotations.NullMarked;
