package ru.mos.clusters.call.application;

import java.util.List;
import ru.mos.clusters.platform.Problem;

/** A part of the form and what it still lacks. */
public record SectionView(ApplicationSection section, List<Problem> faults) {
    public boolean isComplete() {
        return faults.isEmpty();
    }
}
