package ru.mos.clusters.agreement;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far along an instalment is. Sums in roubles.
 *
 * @param position from 1 on
 * @param own money that must be evidenced for it
 * @param ownSoFar what must be evidenced for it and all before it
 * @param evidenced what is accepted as evidence of its stage
 * @param evidencedSoFar of its stage and all before it
 * @param ordered instructed to be paid, executed or not
 * @param paid executed by the bank
 * @param report state of the report on it; null: none begun
 * @param accepted of its spending
 */
public record PathStep(
        int position,
        int stage,
        LocalDate dueOn,
        BigDecimal amount,
        BigDecimal own,
        BigDecimal ownSoFar,
        BigDecimal evidenced,
        BigDecimal evidencedSoFar,
        BigDecimal ordered,
        BigDecimal paid,
        @Nullable ReportState report,
        @Nullable BigDecimal accepted)
        implements Serializable {

    /** What is lacking of own money before it may be paid; zero where nothing is. */
    public BigDecimal ownMissing() {
        return ownSoFar.subtract(evidencedSoFar).max(BigDecimal.ZERO.setScale(2));
    }
}
