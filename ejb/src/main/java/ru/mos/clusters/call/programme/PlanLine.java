package ru.mos.clusters.call.programme;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import ru.mos.clusters.call.CallProblem;
import ru.mos.clusters.platform.Problem;

/** What the plan gives a measure in a year, in roubles. */
public record PlanLine(int year, BigDecimal amount) implements Serializable {

    private static final int MOST_DIGITS = 16;

    /** @throws Problem {@code plan-amount-not-positive} */
    public PlanLine {
        var stripped = amount.stripTrailingZeros();
        if (amount.signum() <= 0 || stripped.scale() > 2 || stripped.precision() - stripped.scale() > MOST_DIGITS) {
            throw new Problem(CallProblem.PLAN_AMOUNT_NOT_POSITIVE, Integer.toString(year));
        }
        amount = amount.setScale(2, RoundingMode.UNNECESSARY);
    }
}
