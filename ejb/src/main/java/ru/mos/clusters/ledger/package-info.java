/**
 * The ledger: double entry in roubles, which only grows. What may be spent moves from stage to stage, each an account of a
 * budget year and code that cannot be overdrawn; so no more is ever committed than limits allow, nor paid than is due. The
 * package knows nothing of grants: what an account is for is a subject it does not read.
 *
 * <p>Post through {@link ru.mos.clusters.ledger.Ledger}, read through {@link ru.mos.clusters.ledger.Books}; appropriations and
 * limits come with {@link ru.mos.clusters.ledger.Notices} of the finance body. The rules stand in the database: its functions are
 * the only way to write.
 *
 * <p>Source: Budget Code, articles 219 (execution by expenditure) and 242 (end of the year).
 */
@NullMarked
package ru.mos.clusters.ledger;

import org.jspecify.annotations.NullMarked;
