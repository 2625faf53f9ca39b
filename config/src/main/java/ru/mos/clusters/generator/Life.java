package ru.mos.clusters.generator;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/** What befell one subject up to a release: whether it is in the register, since when, and what changed how often. */
final class Life {
    private final Map<Turn, Integer> turns = new EnumMap<>(Turn.class);
    private LocalDate enteredOn;
    private boolean present = true;

    Life(LocalDate enteredOn) {
        this.enteredOn = enteredOn;
    }

    boolean isPresent() {
        return present;
    }

    LocalDate enteredOn() {
        return enteredOn;
    }

    int times(Turn turn) {
        return turns.getOrDefault(turn, 0);
    }

    void leave() {
        present = false;
    }

    void enter(LocalDate on) {
        present = true;
        enteredOn = on;
    }

    void take(Turn turn) {
        turns.merge(turn, 1, Integer::sum);
    }
}
