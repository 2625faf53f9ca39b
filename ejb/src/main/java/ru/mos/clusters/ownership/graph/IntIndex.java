package ru.mos.clusters.ownership.graph;

import java.util.Arrays;

/** Numbers whole numbers in the order in which they first come, without an object for each. */
final class IntIndex {

    private static final int START = 64;

    private int[] keys = new int[START];
    private int[] places = new int[START * 4];
    private int size;

    IntIndex() {
        Arrays.fill(places, -1);
    }

    int size() {
        return size;
    }

    int key(int number) {
        return keys[number];
    }

    boolean contains(int key) {
        return places[place(key)] >= 0;
    }

    /** The number of the key, negative when it never came. */
    int find(int key) {
        return places[place(key)];
    }

    /** Whether the key is new. */
    boolean add(int key) {
        int place = place(key);
        if (places[place] >= 0) {
            return false;
        }
        if (size == keys.length) {
            grow();
            place = place(key);
        }
        keys[size] = key;
        places[place] = size++;
        return true;
    }

    private void grow() {
        keys = Arrays.copyOf(keys, size * 2);
        places = new int[keys.length * 4];
        Arrays.fill(places, -1);
        for (int number = 0; number < size; number++) {
            places[place(keys[number])] = number;
        }
    }

    private int place(int key) {
        int mask = places.length - 1;
        int place = ((key * 0x9E3779B9) >>> 7) & mask;
        while (places[place] >= 0 && keys[places[place]] != key) {
            place = (place + 1) & mask;
        }
        return place;
    }
}
