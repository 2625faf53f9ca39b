/** Whether bank, agreements and ledger say the same, at both doors. */
@NullMarked
package ru.mos.clusters.web.reconciliation;

import org.jspecify.annotations.NullMarked;
