/**
 * Money that has to come back. A breach is found by one person and confirmed by another; a recovery order demands what was paid, or a
 * penalty for results that were missed, by a term; it is met by a receipt at the bank, by set-off against a later payment of the same
 * budget, or written off by a document. What comes back in the year in which it was paid opens the limit again, what comes back
 * later is income of the budget.
 *
 * <p>Source: Budget Code, articles 78 and 78.1 (conditions of return), 219 and 242; general requirements for subsidies, resolution of
 * the Government 1782 of 25.10.2023; formula of the penalty: acts named at {@link ru.mos.clusters.recovery.Penalty}.
 */
@NullMarked
package ru.mos.clusters.recovery;

import org.jspecify.annotations.NullMarked;
