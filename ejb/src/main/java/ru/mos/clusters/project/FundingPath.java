package ru.mos.clusters.project;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.project.ProjectContent.Funding;

/**
 * How the share of the budget goes down from stage to stage: what is paid, from where, and the exact shares. Sums are in
 * roubles; lines that are no money yet are left out.
 *
 * @param asked of the city's budget in all stages
 */
public record FundingPath(List<Stage> stages, BigDecimal asked, BigDecimal budget, BigDecimal total)
        implements Serializable {

    /**
     * A stage.
     *
     * @param number from 1 on
     * @param sources what each pays; a source that pays nothing is left out
     * @param share of the budget in the stage; null where nothing is paid
     * @param cumulative share of the budget in all stages up to this one; null where nothing was paid yet
     * @param most largest share that is allowed; null: any
     * @param cumulativeMost largest share up to this stage; null: any
     */
    public record Stage(
            int number,
            Map<FundingSource, BigDecimal> sources,
            BigDecimal budget,
            BigDecimal total,
            @Nullable Fraction share,
            @Nullable Fraction cumulative,
            @Nullable Fraction most,
            @Nullable Fraction cumulativeMost)
            implements Serializable {}

    /** Of a project within limits. */
    public static FundingPath of(ProjectContent content, FundingLimits limits) {
        var stages = new ArrayList<Stage>();
        var budgetSoFar = ZERO;
        var totalSoFar = ZERO;
        var allowedSoFar = Fraction.ZERO;
        for (int number = 1; number <= content.stages().size(); number++) {
            var sources = sources(content, number);
            var budget = sum(sources, true);
            var total = sum(sources, false);
            budgetSoFar = budgetSoFar.add(budget);
            totalSoFar = totalSoFar.add(total);
            var most = limits.share(number);
            allowedSoFar = most == null ? allowedSoFar : allowedSoFar.plus(most.times(whole(total)));
            var cumulativeMost = limits.cumulative(number);
            if (cumulativeMost == null && most != null && totalSoFar.signum() > 0) {
                cumulativeMost = allowedSoFar.dividedBy(whole(totalSoFar));
            }
            stages.add(new Stage(
                    number,
                    sources,
                    budget,
                    total,
                    share(budget, total),
                    share(budgetSoFar, totalSoFar),
                    most,
                    cumulativeMost));
        }
        return new FundingPath(stages, asked(content), budgetSoFar, totalSoFar);
    }

    private static final BigDecimal ZERO = BigDecimal.ZERO.setScale(2);

    /** What the city is asked for in all stages. */
    static BigDecimal asked(ProjectContent content) {
        return content.funding().stream()
                .filter(line -> line.source() == FundingSource.CITY_BUDGET && isSum(line.amount()))
                .map(Funding::amount)
                .reduce(ZERO, BigDecimal::add);
    }

    private static Map<FundingSource, BigDecimal> sources(ProjectContent content, int stage) {
        var sources = new EnumMap<FundingSource, BigDecimal>(FundingSource.class);
        for (var line : content.funding()) {
            var amount = line.amount();
            if (line.stage() != null
                    && line.stage() == stage
                    && line.source() != null
                    && amount != null
                    && isSum(amount)) {
                sources.merge(line.source(), amount, BigDecimal::add);
            }
        }
        return sources;
    }

    private static BigDecimal sum(Map<FundingSource, BigDecimal> sources, boolean budgetOnly) {
        return sources.entrySet().stream()
                .filter(source -> !budgetOnly || source.getKey().isBudget())
                .map(Map.Entry::getValue)
                .reduce(ZERO, BigDecimal::add);
    }

    private static @Nullable Fraction share(BigDecimal part, BigDecimal total) {
        return total.signum() == 0 ? null : whole(part).dividedBy(whole(total));
    }

    /** In kopecks, so that a share is of whole numbers. */
    static Fraction whole(BigDecimal roubles) {
        return new Fraction(roubles.movePointRight(2).toBigIntegerExact(), java.math.BigInteger.ONE);
    }

    /** More than nothing, no fraction of a kopeck, and no more than the database holds. */
    static boolean isSum(@Nullable BigDecimal amount) {
        return amount != null
                && amount.signum() > 0
                && amount.scale() <= 2
                && amount.precision() - amount.scale() <= MOST_DIGITS;
    }

    private static final int MOST_DIGITS = 15;
}
