package ru.mos.clusters.agreement.fulfilment;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.agreement.AgreementTerms.Target;
import ru.mos.clusters.platform.Fraction;

/**
 * A result as promised and as reached on a day.
 *
 * @param code of the indicator
 * @param by day by which the plan is to be reached
 * @param less whether less of it is better
 * @param fact the latest that was accepted; null: none yet
 * @param inTime the latest of no later day than {@code by}, by which a miss is measured; null: none
 * @param share reached of the plan, the plan of what was reached where less is better; not cut off at one; null without a fact,
 *     and where there is nothing to divide by
 * @param reached whether the fact is as good as the plan
 * @param overdue whether the plan is not reached and its day has passed; on the day itself it has not
 */
public record ResultLine(
        String code,
        @Nullable BigDecimal baseline,
        BigDecimal plan,
        LocalDate by,
        boolean less,
        @Nullable FulfilmentView fact,
        @Nullable FulfilmentView inTime,
        @Nullable Fraction share,
        boolean reached,
        boolean overdue)
        implements Serializable {

    /** Of the facts of an agreement those count that were accepted and are of the indicator. */
    static ResultLine of(Target target, boolean less, List<FulfilmentView> facts, LocalDate day) {
        var fact = latest(target, facts, day);
        var plan = target.plan();
        boolean reached = fact != null
                && (less ? fact.value().compareTo(plan) <= 0 : fact.value().compareTo(plan) >= 0);
        return new ResultLine(
                target.code(),
                target.baseline(),
                plan,
                target.by(),
                less,
                fact,
                latest(target, facts, day.isBefore(target.by()) ? day : target.by()),
                fact == null ? null : share(less ? plan : fact.value(), less ? fact.value() : plan),
                reached,
                day.isAfter(target.by()) && !reached);
    }

    private static @Nullable FulfilmentView latest(Target target, List<FulfilmentView> facts, LocalDate day) {
        return facts.stream()
                .filter(one -> target.code().equals(one.code()) && one.countsOn(day))
                .max(Comparator.comparing(FulfilmentView::on))
                .orElse(null);
    }

    private static @Nullable Fraction share(BigDecimal good, BigDecimal wanted) {
        return wanted.signum() <= 0 ? null : Fraction.of(good, wanted);
    }
}
