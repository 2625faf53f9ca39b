package ru.mos.clusters.platform;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Money in parts, to the kopeck. */
public final class Distribution {

    private static final int KOPECKS = 2;

    private Distribution() {}

    /**
     * Parts in proportion to the weights. They sum to the amount: spare kopecks go to the largest remainders, of equal ones to
     * the first.
     *
     * @param weights roubles, none negative, not all zero
     */
    public static List<BigDecimal> of(BigDecimal amount, List<BigDecimal> weights) {
        var whole = kopecks(amount);
        var all = kopecks(weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        var parts = new ArrayList<BigInteger>();
        var remainders = new ArrayList<BigInteger>();
        for (var weight : weights) {
            var divided = whole.multiply(kopecks(weight)).divideAndRemainder(all);
            parts.add(divided[0]);
            remainders.add(divided[1]);
        }
        int spare = whole.subtract(parts.stream().reduce(BigInteger.ZERO, BigInteger::add))
                .intValueExact();
        IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparing((Integer at) -> remainders.get(at)).reversed())
                .limit(spare)
                .forEach(at -> parts.set(at, parts.get(at).add(BigInteger.ONE)));
        return parts.stream().map(part -> new BigDecimal(part, KOPECKS)).toList();
    }

    private static BigInteger kopecks(BigDecimal roubles) {
        return roubles.movePointRight(KOPECKS).toBigIntegerExact();
    }
}
