package ru.mos.clusters.call.assessment;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import ru.mos.clusters.call.CallTerms.Criterion;
import ru.mos.clusters.platform.Fraction;

/**
 * A criterion by which experts differ so much that they are asked to discuss it.
 *
 * @param lowest points that one of them gave
 * @param highest points that another gave
 */
public record Deviation(String criterion, int lowest, int highest) implements Serializable {

    /** What one expert gave by one criterion. */
    record Points(String criterion, int points) {}

    /**
     * Those criteria, in the order of the call.
     *
     * @param share of the scale from which a spread is large: half of it means that 3 and 8 of 0 to 10 are discussed
     */
    static List<Deviation> of(List<Criterion> criteria, Collection<Points> given, Fraction share) {
        return criteria.stream()
                .map(criterion -> spread(criterion, given))
                .filter(found -> isLarge(found, criteria, share))
                .toList();
    }

    private static Deviation spread(Criterion criterion, Collection<Points> given) {
        var points = given.stream()
                .filter(one -> one.criterion().equals(criterion.code()))
                .mapToInt(Points::points)
                .summaryStatistics();
        return points.getCount() == 0
                ? new Deviation(String.valueOf(criterion.code()), 0, 0)
                : new Deviation(String.valueOf(criterion.code()), points.getMin(), points.getMax());
    }

    private static boolean isLarge(Deviation found, List<Criterion> criteria, Fraction share) {
        var criterion = criteria.stream()
                .filter(one -> found.criterion().equals(one.code()))
                .findFirst()
                .orElseThrow();
        int scale = Objects.requireNonNull(criterion.most()) - Objects.requireNonNull(criterion.least());
        int spread = found.highest() - found.lowest();
        return spread > 0 && Fraction.of(spread, scale).compareTo(share) >= 0;
    }
}
