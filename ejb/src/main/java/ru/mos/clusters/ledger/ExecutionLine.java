package ru.mos.clusters.ledger;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Fraction;

/**
 * A line of the report on the execution of a budget year, or what became of one subject of it; in roubles.
 *
 * <p>Source: Budget Code, article 219 (stages of execution by expenditure).
 *
 * @param subject null: the budget code as a whole
 * @param appropriation by the budget law and its notices
 * @param limit all limits given within the appropriation
 * @param free limits nothing is reserved of
 * @param paid less what was returned in the same year
 * @param accepted of what was paid, as far as a report on it is accepted
 * @param lapsed with the end of the year
 * @param returned in the year it was paid
 * @param returnedLater in a later year
 * @param executed what was paid as a share of the limits given; of a subject as a share of all that was set apart for it; null where
 *     that is nothing
 */
public record ExecutionLine(
        String kbk,
        @Nullable String subject,
        BigDecimal appropriation,
        BigDecimal limit,
        BigDecimal free,
        BigDecimal reserved,
        BigDecimal committed,
        BigDecimal due,
        BigDecimal paid,
        BigDecimal accepted,
        BigDecimal lapsed,
        BigDecimal returned,
        BigDecimal returnedLater,
        @Nullable Fraction executed) {

    ExecutionLine withShare() {
        return new ExecutionLine(
                kbk,
                subject,
                appropriation,
                limit,
                free,
                reserved,
                committed,
                due,
                paid,
                accepted,
                lapsed,
                returned,
                returnedLater,
                subject == null ? share(paid, limit) : executed(reserved, committed, due, paid, lapsed));
    }

    /** What was paid as a share of all that was set apart, exact; null where that is nothing. */
    public static @Nullable Fraction executed(
            BigDecimal reserved, BigDecimal committed, BigDecimal due, BigDecimal paid, BigDecimal lapsed) {
        return share(paid, reserved.add(committed).add(due).add(paid).add(lapsed));
    }

    private static @Nullable Fraction share(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? null
                : new Fraction(
                        part.movePointRight(2).toBigIntegerExact(),
                        whole.movePointRight(2).toBigIntegerExact());
    }
}
