/**
 * Opening balances: agreements that ran before the ledger was kept go on in it. What the department's former books say of each,
 * and of the budget lines they were paid from, comes in one workbook. An accountant enters it, a chief posts it as a whole.
 *
 * <p>Enter through {@link ru.mos.clusters.ledger.opening.Openings}. An agreement taken on is known here by number, date and INN
 * only; the ledger keeps it under a subject of its own. How its money moves on is up to who keeps account of it.
 *
 * <p>Source: Budget Code, articles 217 to 219 (what each stage is), 242 (nothing but payments outlives its year).
 */
@NullMarked
package ru.mos.clusters.ledger.opening;

import org.jspecify.annotations.NullMarked;
