package ru.mos.clusters.ownership.graph;

import org.jspecify.annotations.Nullable;

/**
 * How much may still be looked at for all pairs of one question. Counted in facts, never in time, so that the same question
 * comes to the same end on any machine.
 */
final class Work {

    /** One fact of a linear system in exact fractions costs as much as so many looks at a fact. */
    static final long EXACT = 60;

    private final @Nullable Work whole;
    private long left;

    Work(long limit) {
        this(limit, null);
    }

    private Work(long limit, @Nullable Work whole) {
        this.whole = whole;
        left = limit;
    }

    /** A part of it: no more than so much, and no more than is left of the whole. */
    Work part(long limit) {
        return new Work(Math.min(limit, left), this);
    }

    void spend(long facts) {
        left -= facts;
        if (whole != null) {
            whole.spend(facts);
        }
    }

    boolean isSpent() {
        return left < 0;
    }
}
