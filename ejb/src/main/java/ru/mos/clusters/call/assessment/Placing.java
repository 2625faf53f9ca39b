package ru.mos.clusters.call.assessment;

import static java.util.Comparator.comparing;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import ru.mos.clusters.platform.Fraction;

/**
 * The order of applications and how far the money reaches. Exact: no score is ever rounded.
 *
 * <p>First those that reach the minimum; among them, where the call gives priority, those who meet the conditions; then the
 * higher score; of equal scores the one that the call's rule puts first. Whom no rule tells apart share a place. The money is
 * given out down the places; where it suffices for some of an equal place only, the commission votes, and until then nothing
 * is said of those below.
 */
final class Placing {

    private final Contention by;
    private final Comparator<Placed> order;
    private BigDecimal left;
    private boolean closed;

    private Placing(Contention by) {
        this.by = by;
        order = order(by);
        left = by.money();
    }

    private record Placed(
            Contestant contestant, boolean reached, Fraction score, Map<String, Fraction> means, boolean complete) {

        /** Whether it may be given money. */
        boolean isWaiting() {
            return complete && reached && !contestant.refused();
        }
    }

    /** Every contestant once, by place; those not fully scored last. */
    static List<Ranked> of(List<Contestant> contestants, Contention by) {
        return new Placing(by).place(contestants);
    }

    /** Weight times the mean, summed up; the mean of no points is nothing. */
    static Fraction score(Map<String, Fraction> means, Contention by) {
        return by.criteria().stream()
                .map(criterion -> exact(Objects.requireNonNull(criterion.weight()))
                        .times(means.getOrDefault(criterion.code(), Fraction.ZERO)))
                .reduce(Fraction.ZERO, Fraction::plus);
    }

    static Fraction exact(BigDecimal number) {
        return new Fraction(
                number.unscaledValue().multiply(BigInteger.TEN.pow(Math.max(0, -number.scale()))),
                BigInteger.TEN.pow(Math.max(0, number.scale())));
    }

    private Placed placed(Contestant contestant) {
        var means = new LinkedHashMap<String, Fraction>();
        for (var criterion : by.criteria()) {
            long points = contestant.points().getOrDefault(criterion.code(), 0L);
            means.put(
                    String.valueOf(criterion.code()),
                    contestant.experts() == 0 ? Fraction.ZERO : Fraction.of(points, contestant.experts()));
        }
        var score = score(means, by);
        return new Placed(
                contestant,
                score.compareTo(exact(by.minimum())) >= 0,
                score,
                means,
                contestant.experts() >= by.experts());
    }

    private static Comparator<Placed> order(Contention by) {
        Comparator<Placed> order = comparing(Placed::complete).reversed();
        order = order.thenComparing(comparing(Placed::reached).reversed());
        if (by.eligibleFirst()) {
            order = order.thenComparing(
                    comparing((Placed one) -> one.contestant().eligible()).reversed());
        }
        order = order.thenComparing(comparing(Placed::score).reversed());
        return switch (by.tieBreak()) {
            case EARLIER_SUBMITTED ->
                order.thenComparing(one -> one.contestant().submittedAt());
            case HIGHER_BY_CRITERION ->
                order.thenComparing(comparing((Placed one) ->
                                one.means().getOrDefault(String.valueOf(by.tieCriterion()), Fraction.ZERO))
                        .reversed());
            case LOWER_BUDGET_SHARE ->
                order.thenComparing(one -> one.contestant().budgetShare());
            case COMMISSION_VOTE -> order;
        };
    }

    private List<Ranked> place(List<Contestant> contestants) {
        var sorted = contestants.stream()
                .map(this::placed)
                .sorted(order.thenComparing(one -> one.contestant().submittedAt())
                        .thenComparing(one -> one.contestant().number()))
                .toList();
        var ranked = new ArrayList<Ranked>();
        for (int from = 0; from < sorted.size(); ) {
            int until = from + 1;
            while (until < sorted.size() && order.compare(sorted.get(from), sorted.get(until)) == 0) {
                until++;
            }
            cut(sorted.subList(from, until), from + 1, ranked);
            from = until;
        }
        return ranked;
    }

    private void cut(List<Placed> equals, int place, List<Ranked> ranked) {
        var waiting = equals.stream().filter(Placed::isWaiting).toList();
        var standing = reach(waiting);
        equals.forEach(one -> ranked.add(ranked(one, place, one.isWaiting() ? standing : without(one))));
    }

    private static Standing without(Placed one) {
        if (!one.complete()) {
            return Standing.INCOMPLETE;
        }
        return one.contestant().refused() ? Standing.REFUSED : Standing.BELOW_MINIMUM;
    }

    /** What the money left means for those of one place. */
    private Standing reach(List<Placed> waiting) {
        var asked = waiting.stream().map(one -> one.contestant().asked()).toList();
        var sum = asked.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (closed || waiting.isEmpty()) {
            return Standing.RESERVE;
        }
        if (sum.compareTo(left) <= 0) {
            left = left.subtract(sum);
            return Standing.WITHIN_MONEY;
        }
        boolean someFit = waiting.size() > 1 && asked.stream().anyMatch(one -> one.compareTo(left) <= 0);
        closed = someFit || by.cut() == CutRule.STRICT;
        return someFit ? Standing.TIED : Standing.RESERVE;
    }

    private static Ranked ranked(Placed one, int place, Standing standing) {
        var contestant = one.contestant();
        return new Ranked(
                contestant.application(),
                contestant.number(),
                contestant.title(),
                one.complete() ? place : null,
                contestant.experts() == 0 ? null : one.score(),
                one.means(),
                contestant.experts(),
                standing,
                contestant.asked(),
                contestant.eligible());
    }
}
