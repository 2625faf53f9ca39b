package ru.mos.clusters.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/** How long repeated calls took: median and 95th percentile, in microseconds. */
record Spread(long p50, long p95) {

    /** Of each of the calls, taken in turn so that whatever else the machine does hits all of them alike. */
    static List<Spread> inTurn(int rounds, List<Callable<?>> calls) throws Exception {
        for (int i = 0; i < Math.max(10, rounds / 5); i++) {
            for (var call : calls) {
                call.call();
            }
        }
        var took = new long[calls.size()][rounds];
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < took.length; i++) {
                long begun = System.nanoTime();
                calls.get(i).call();
                took[i][round] = (System.nanoTime() - begun) / 1_000;
            }
        }
        var spreads = new ArrayList<Spread>();
        for (var times : took) {
            Arrays.sort(times);
            spreads.add(new Spread(times[rounds / 2], times[rounds * 95 / 100]));
        }
        return spreads;
    }

    /** How many units fit into what this took longer than the other, at the median and at the 95th percentile. */
    String above(Spread other, Spread unit) {
        return Report.ratio(p50 - other.p50, unit.p50) + " / " + Report.ratio(p95 - other.p95, unit.p95);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f / %.2f ms", p50 / 1e3, p95 / 1e3);
    }
}
