package ru.mos.clusters.ownership.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ru.mos.clusters.platform.Fraction;

/** The distinct stakes of a graph: a city has millions of shareholdings and few thousand different shares. */
final class Stakes {

    private record Stake(Fraction share, Fraction votes) {}

    private final Map<Stake, Integer> numbers = new HashMap<>();
    private final List<Stake> stakes = new ArrayList<>();
    /** Small stakes by their four figures, so that a loader makes no object for an edge: four longs and the number. */
    private long[] small = new long[5 * 1024];

    private int smallCount;

    Stakes() {
        number(Fraction.ZERO, Fraction.ZERO);
        Arrays.fill(small, -1);
    }

    int number(Fraction share, Fraction votes) {
        if (isOutside(share) || isOutside(votes)) {
            throw new IllegalArgumentException("a stake of " + share + " with votes of " + votes);
        }
        var stake = new Stake(share, votes);
        var known = numbers.putIfAbsent(stake, stakes.size());
        if (known != null) {
            return known;
        }
        stakes.add(stake);
        return stakes.size() - 1;
    }

    int number(long shareNumerator, long shareDenominator, long votesNumerator, long votesDenominator) {
        int at = place(shareNumerator, shareDenominator, votesNumerator, votesDenominator);
        if (small[at + 4] < 0) {
            int number = number(
                    Fraction.of(shareNumerator, shareDenominator), Fraction.of(votesNumerator, votesDenominator));
            put(at, shareNumerator, shareDenominator, votesNumerator, votesDenominator, number);
            smallCount++;
            if (smallCount * 10 > small.length) {
                grow();
            }
            return number;
        }
        return (int) small[at + 4];
    }

    int size() {
        return stakes.size();
    }

    Fraction[] shares() {
        return stakes.stream().map(Stake::share).toArray(Fraction[]::new);
    }

    Fraction[] votes() {
        return stakes.stream().map(Stake::votes).toArray(Fraction[]::new);
    }

    private static boolean isOutside(Fraction share) {
        return share.numerator().signum() < 0 || share.exceeds(Fraction.ONE);
    }

    private void grow() {
        var old = small;
        small = new long[old.length * 2];
        Arrays.fill(small, -1);
        for (int at = 0; at < old.length; at += 5) {
            if (old[at + 4] >= 0) {
                put(
                        place(old[at], old[at + 1], old[at + 2], old[at + 3]),
                        old[at],
                        old[at + 1],
                        old[at + 2],
                        old[at + 3],
                        old[at + 4]);
            }
        }
    }

    private void put(int at, long a, long b, long c, long d, long number) {
        small[at] = a;
        small[at + 1] = b;
        small[at + 2] = c;
        small[at + 3] = d;
        small[at + 4] = number;
    }

    /** Where these figures stand, or the free place where they belong. */
    private int place(long a, long b, long c, long d) {
        long mixed = ((a * 31 + b) * 31 + c) * 31 + d;
        mixed *= 0x9E3779B97F4A7C15L;
        int places = small.length / 5;
        int place = (int) Long.remainderUnsigned(mixed ^ (mixed >>> 32), places);
        while (small[place * 5 + 4] >= 0 && !stands(place * 5, a, b, c, d)) {
            place = place + 1 == places ? 0 : place + 1;
        }
        return place * 5;
    }

    private boolean stands(int at, long a, long b, long c, long d) {
        return small[at] == a && small[at + 1] == b && small[at + 2] == c && small[at + 3] == d;
    }
}
