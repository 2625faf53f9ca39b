/**
 * Whether bank, agreements and ledger say the same of the money of every agreement, to the kopeck, and where they do not. Each is
 * read by itself: none is derived from another.
 */
@NullMarked
package ru.mos.clusters.reconciliation;

import org.jspecify.annotations.NullMarked;
