package ru.mos.clusters.ownership.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import ru.mos.clusters.ownership.graph.Draft.Way;
import ru.mos.clusters.platform.Fraction;

/** One stake among several that add up. */
record Contribution(List<Way> ways, Fraction amount) {

    private static final int ALL_SUBSETS = 8;

    /** Those that exceed the threshold together with the fewest facts; exact up to eight, from the largest down above. */
    static List<Contribution> fewest(List<Contribution> all, Fraction threshold) {
        var sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparing(Contribution::amount).reversed());
        var best = largest(sorted, threshold);
        for (int mask = 1; sorted.size() <= ALL_SUBSETS && mask < (1 << sorted.size()); mask++) {
            var some = new ArrayList<Contribution>();
            for (int at = 0; at < sorted.size(); at++) {
                if (((mask >> at) & 1) != 0) {
                    some.add(sorted.get(at));
                }
            }
            if (sum(some).exceeds(threshold) && facts(some) < facts(best)) {
                best = some;
            }
        }
        return best;
    }

    static Fraction sum(List<Contribution> some) {
        return some.stream().map(Contribution::amount).reduce(Fraction.ZERO, Fraction::plus);
    }

    private static List<Contribution> largest(List<Contribution> sorted, Fraction threshold) {
        int count = 0;
        while (count < sorted.size() && !sum(sorted.subList(0, count)).exceeds(threshold)) {
            count++;
        }
        return sorted.subList(0, count);
    }

    private static int facts(List<Contribution> some) {
        var facts = new HashSet<Integer>();
        some.forEach(each -> each.ways().forEach(way -> facts.addAll(way.edges())));
        return facts.size();
    }
}
