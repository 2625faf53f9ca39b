package ru.mos.clusters.ledger.opening;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import ru.mos.clusters.ledger.Stage;

/**
 * What stood in each stage on the day before the ledger went on with it; in roubles, none negative.
 *
 * @param appropriation not given out as limits
 * @param limit free
 * @param committed of which nothing is due yet
 * @param due not paid yet
 * @param paid not accounted for
 * @param accepted paid and accounted for
 */
public record OpeningSums(
        BigDecimal appropriation,
        BigDecimal limit,
        BigDecimal reserved,
        BigDecimal committed,
        BigDecimal due,
        BigDecimal paid,
        BigDecimal accepted) {

    /** All that the budget gave for it. */
    public BigDecimal total() {
        return byStage().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** In the order of the way money takes. */
    Map<Stage, BigDecimal> byStage() {
        var sums = new EnumMap<Stage, BigDecimal>(Stage.class);
        sums.put(Stage.APPROPRIATION, appropriation);
        sums.put(Stage.LIMIT, limit);
        sums.put(Stage.RESERVED, reserved);
        sums.put(Stage.COMMITTED, committed);
        sums.put(Stage.DUE, due);
        sums.put(Stage.PAID, paid);
        sums.put(Stage.ACCEPTED, accepted);
        return sums;
    }
}
