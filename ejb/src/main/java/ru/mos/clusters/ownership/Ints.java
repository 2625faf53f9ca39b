package ru.mos.clusters.ownership;

import java.util.Arrays;

/** Numbers one after another, without an object for each. */
final class Ints {

    private int[] numbers = new int[64];
    private int size;

    void add(int number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
        }
        numbers[size++] = number;
    }

    int size() {
        return size;
    }

    int get(int at) {
        return numbers[at];
    }

    int[] toArray() {
        return Arrays.copyOf(numbers, size);
    }

    /** In another order. */
    int[] toArray(int[] order) {
        var sorted = new int[order.length];
        Arrays.setAll(sorted, at -> numbers[order[at]]);
        return sorted;
    }

    byte[] toBytes() {
        var bytes = new byte[size];
        for (int at = 0; at < size; at++) {
            bytes[at] = (byte) numbers[at];
        }
        return bytes;
    }

    byte[] toBytes(int[] order) {
        var bytes = new byte[order.length];
        for (int at = 0; at < bytes.length; at++) {
            bytes[at] = (byte) numbers[order[at]];
        }
        return bytes;
    }

    short[] toShorts(int[] order) {
        var shorts = new short[order.length];
        for (int at = 0; at < shorts.length; at++) {
            shorts[at] = (short) numbers[order[at]];
        }
        return shorts;
    }
}
