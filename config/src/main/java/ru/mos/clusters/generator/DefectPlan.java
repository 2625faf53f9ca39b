package ru.mos.clusters.generator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Gives out defects while a release is written: documents at even distances, files from the second on. */
final class DefectPlan {
    private final Deque<Defect> documents = new ArrayDeque<>();
    private final Deque<Defect> files = new ArrayDeque<>();
    private final int distance;
    private int seen;
    private int next;

    DefectPlan(Map<Defect, Integer> defects, int records) {
        defects.forEach((defect, count) -> {
            for (int i = 0; i < count; i++) {
                (defect.isOfDocument() ? documents : files).add(defect);
            }
        });
        // a quarter of the room: some defects must wait for a document that has what they spoil
        distance = records / (4 * (documents.size() + 1));
        next = distance;
    }

    /** The defect that falls to the next document, if it is its turn and one of those left can be done to it. */
    Optional<Defect> ofDocument(Supplier<String> document) {
        if (documents.isEmpty() || seen++ < next) {
            return Optional.empty();
        }
        String sound = document.get();
        for (Iterator<Defect> left = documents.iterator(); left.hasNext(); ) {
            Defect defect = left.next();
            if (!defect.damageDocument(sound).equals(sound)) {
                left.remove();
                next = seen + distance;
                return Optional.of(defect);
            }
        }
        return Optional.empty();
    }

    Optional<Defect> ofFile() {
        return Optional.ofNullable(files.poll());
    }

    /** @throws IllegalArgumentException when defects are left over */
    void close() {
        if (!documents.isEmpty() || !files.isEmpty()) {
            throw new IllegalArgumentException("The release is too small for the defects left: " + documents + files);
        }
    }
}
