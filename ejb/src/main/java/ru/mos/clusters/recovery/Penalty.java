package ru.mos.clusters.recovery;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.Problem;

/**
 * The penalty for results that were missed. With D = 1 − T/S for each (T reached, S promised; where less is better 1 − S/T), never
 * below zero, V the subsidy and k a coefficient: for m missed of n results V · (ΣD/m) · (m/n) · k, or each by itself, V · ΣD · k.
 * Computed in exact fractions and rounded once, half up, to the kopeck.
 *
 * <p>Source: resolutions of Kamchatka 777-П of 30.12.2022 and 228-П of 04.05.2022 (one result); rules of inter-budget transfers
 * (several results); form of the Ministry, docs.cntd.ru/document/574704548 (each by itself).
 */
final class Penalty {

    private static final int KOPECKS = 2;

    private Penalty() {}

    /**
     * @param subsidy roubles
     * @param results of the agreement that were measured
     * @param all how many the agreement promises
     * @return roubles; zero where nothing was missed
     * @throws Problem {@code result-plan-zero} where nothing was promised, so that there is no share of it
     */
    static BigDecimal of(
            PenaltyForm form, BigDecimal subsidy, List<MissedResult> results, int all, BigDecimal coefficient) {
        var missed = results.stream().map(Penalty::shortfall).reduce(Fraction.ZERO, Fraction::plus);
        var share = form == PenaltyForm.SHARE_OF_MISSED ? missed.dividedBy(Fraction.of(all, 1)) : missed;
        return subsidy.multiply(coefficient)
                .multiply(new BigDecimal(share.numerator()))
                .divide(new BigDecimal(share.denominator()), KOPECKS, RoundingMode.HALF_UP);
    }

    /** Whether a result stayed below what was promised. */
    static boolean isMissed(MissedResult result) {
        return shortfall(result).compareTo(Fraction.ZERO) > 0;
    }

    private static Fraction shortfall(MissedResult result) {
        if (result.plan().signum() <= 0) {
            throw new Problem(RecoveryProblem.RESULT_PLAN_ZERO, result.code());
        }
        var reached = result.less() ? result.plan() : result.fact();
        var promised = result.less() ? result.fact() : result.plan();
        return reached.compareTo(promised) >= 0 ? Fraction.ZERO : Fraction.ONE.minus(Fraction.of(reached, promised));
    }
}
