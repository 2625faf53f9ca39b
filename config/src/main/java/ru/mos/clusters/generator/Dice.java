package ru.mos.clusters.generator;

import java.util.List;
import java.util.UUID;

/**
 * Reproducible chance: a short sequence of numbers that depends on nothing but the seed, the topic and two numbers.
 * Each fact throws its own dice, so that a new fact in the generator does not shift all the others.
 */
final class Dice {
    private long state;

    private Dice(long state) {
        this.state = state;
    }

    static Dice of(long seed, Topic topic, long first, long second) {
        return new Dice(mix(mix(mix(seed + topic.salt) ^ first) + second));
    }

    static Dice of(long seed, Topic topic, long first) {
        return of(seed, topic, first, 0);
    }

    /** From 0 up to, not including, {@code bound}. */
    int below(int bound) {
        return (int) ((next() >>> 33) % bound);
    }

    boolean chance(int perMille) {
        return below(1000) < perMille;
    }

    <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** Has the form of a random (version 4) GUID. */
    UUID guid() {
        return new UUID((next() & ~0xF000L) | 0x4000L, (next() & 0x3FFF_FFFF_FFFF_FFFFL) | Long.MIN_VALUE);
    }

    private long next() {
        state += 0x9E37_79B9_7F4A_7C15L;
        return mix(state);
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014). */
    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return mixed ^ (mixed >>> 31);
    }
}
