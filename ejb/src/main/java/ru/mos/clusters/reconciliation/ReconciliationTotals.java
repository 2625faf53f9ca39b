package ru.mos.clusters.reconciliation;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All agreements together.
 *
 * @param measures in their order
 * @param payments of the bank that execute no instruction
 * @param receipts of the bank that nobody said what for
 * @param takenOn agreements whose balances were taken on, which only the ledger knows, and what of them is due
 */
public record ReconciliationTotals(List<Total> measures, OpenItems payments, OpenItems receipts, OpenItems takenOn)
        implements Serializable {

    /**
     * A figure as three books have it, in roubles.
     *
     * @param bank null where the bank knows nothing of it
     */
    public record Total(
            Measure measure,
            BigDecimal agreements,
            @Nullable BigDecimal bank,
            BigDecimal ledger) implements Serializable {

        /** Whether all say the same. */
        public boolean agrees() {
            return agreements.compareTo(ledger) == 0 && (bank == null || bank.compareTo(ledger) == 0);
        }
    }

    /** How many, and how many roubles they come to. */
    public record OpenItems(long count, BigDecimal amount) implements Serializable {}
}
