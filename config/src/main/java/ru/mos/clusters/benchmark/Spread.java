package ru.mos.clusters.benchmark;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;

/** How long repeated calls took: median and 95th percentile, in microseconds. */
record Spread(long p50, long p95) {

    /** Of so many calls, after a tenth as many to warm up. */
    static Spread of(int calls, Callable<?> call) throws Exception {
        for (int i = 0; i < Math.max(5, calls / 10); i++) {
            call.call();
        }
        var took = new long[calls];
        for (int i = 0; i < calls; i++) {
            long begun = System.nanoTime();
            call.call();
            took[i] = (System.nanoTime() - begun) / 1_000;
        }
        Arrays.sort(took);
        return new Spread(took[calls / 2], took[calls * 95 / 100]);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.1f / %.1f ms", p50 / 1e3, p95 / 1e3);
    }
}
