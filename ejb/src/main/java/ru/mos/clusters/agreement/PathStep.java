package ru.mos.clusters.agreement;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far along an instalment is. Sums in roubles.
 *
 * @param position from 1 on
 * @param year of the budget whose limits bear it
 * @param own money that must be evidenced for it
 * @param ownSoFar what must be evidenced for it and all before it
 * @param evidenced what is accepted as evidence of its stage; of a reimbursement what accepted costs are more than is paid for them
 * @param evidencedSoFar of its stage and all before it
 * @param payable what is to be paid of it: all, or what an accepted claim for reimbursement comes to; null: nothing is accepted yet
 * @param ordered instructed to be paid, executed or not
 * @param paid executed by the bank
 * @param report state of the report on it; null: none begun
 * @param accepted of its spending
 */
public record PathStep(
        int position,
        int stage,
        LocalDate dueOn,
        int year,
        BigDecimal amount,
        BigDecimal own,
        BigDecimal ownSoFar,
        BigDecimal evidenced,
        BigDecimal evidencedSoFar,
        @Nullable BigDecimal payable,
        BigDecimal ordered,
        BigDecimal paid,
        @Nullable ReportState report,
        @Nullable BigDecimal accepted)
        implements Serializable {

    /**
     * What of costs is reimbursed: the same share that the instalment is of itself and the recipient's own money, down to whole
     * kopecks, and the instalment at the most.
     *
     * @param eligible costs that count, in roubles
     */
    public BigDecimal reimbursed(BigDecimal eligible) {
        return eligible.multiply(amount)
                .divide(amount.add(own), 2, RoundingMode.DOWN)
                .min(amount);
    }

    /** What is lacking of own money before it may be paid; zero where nothing is. */
    public BigDecimal ownMissing() {
        return ownSoFar.subtract(evidencedSoFar).max(BigDecimal.ZERO.setScale(2));
    }
}
