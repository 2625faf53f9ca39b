package ru.mos.clusters.ownership.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import ru.mos.clusters.platform.Fraction;

/** One equation of a linear system, {@code x = constant + Σ factor · y}; solved by putting one unknown into the others. */
final class Row {

    private Fraction constant;
    private final Map<Integer, Fraction> factors = new HashMap<>();

    Row(Fraction constant) {
        this.constant = constant;
    }

    void add(Fraction more) {
        constant = constant.plus(more);
    }

    void add(int unknown, Fraction factor) {
        factors.merge(unknown, factor, Fraction::plus);
    }

    /** The solution by unknown. */
    static Map<Integer, Fraction> solve(Map<Integer, Row> rows) {
        var order = new ArrayList<>(new TreeSet<>(rows.keySet()));
        for (int unknown : order) {
            var row = row(rows, unknown);
            row.withoutItself(unknown);
            for (int other : order) {
                if (other > unknown) {
                    row(rows, other).put(unknown, row);
                }
            }
        }
        var solution = new HashMap<Integer, Fraction>();
        for (int at = order.size() - 1; at >= 0; at--) {
            var row = row(rows, order.get(at));
            var value = row.constant;
            for (var factor : row.factors.entrySet()) {
                value = value.plus(factor.getValue().times(solution.getOrDefault(factor.getKey(), Fraction.ZERO)));
            }
            solution.put(order.get(at), value);
        }
        return solution;
    }

    private static Row row(Map<Integer, Row> rows, int unknown) {
        var row = rows.get(unknown);
        if (row == null) {
            throw new IllegalStateException("no equation for " + unknown);
        }
        return row;
    }

    /** {@code x = c + a·x + …} becomes {@code x = (c + …) / (1 − a)}. */
    private void withoutItself(int unknown) {
        var own = factors.remove(unknown);
        if (own == null) {
            return;
        }
        var rest = Fraction.ONE.minus(own);
        constant = constant.dividedBy(rest);
        factors.replaceAll((other, factor) -> factor.dividedBy(rest));
    }

    private void put(int unknown, Row value) {
        var factor = factors.remove(unknown);
        if (factor == null) {
            return;
        }
        add(factor.times(value.constant));
        value.factors.forEach((other, each) -> add(other, factor.times(each)));
    }
}
