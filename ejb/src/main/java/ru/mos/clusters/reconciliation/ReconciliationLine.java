package ru.mos.clusters.reconciliation;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A figure of an agreement as three books have it, in roubles.
 *
 * @param number of the agreement
 * @param bank null where the bank knows nothing of it
 */
public record ReconciliationLine(
        UUID agreement,
        long number,
        Measure measure,
        BigDecimal agreements,
        @Nullable BigDecimal bank,
        BigDecimal ledger)
        implements Serializable {

    /** What the agreement has more than the ledger, or the bank where those two agree; zero where all say the same. */
    public BigDecimal difference() {
        var first = agreements.subtract(ledger);
        return first.signum() != 0 || bank == null ? first : agreements.subtract(bank);
    }
}
