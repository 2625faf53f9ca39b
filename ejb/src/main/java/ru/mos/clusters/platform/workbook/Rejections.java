package ru.mos.clusters.platform.workbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import ru.mos.clusters.platform.Problem;

/** All that is wrong with a workbook. However much that is, only the first thousand places are kept, the rest is counted. */
public final class Rejections {

    private static final int SHOWN = 1000;

    private final List<Rejected> shown = new ArrayList<>();
    private int count;

    void add(Rejected rejected) {
        count++;
        if (shown.size() < SHOWN) {
            shown.add(rejected);
        }
    }

    /** Refuses a sheet as a whole. */
    public void refuse(String sheet, Problem problem) {
        add(new Rejected(sheet, 0, null, null, problem));
    }

    /** Whether nothing stands in the way. */
    public boolean isEmpty() {
        return count == 0;
    }

    /** How many places there are in all. */
    public int count() {
        return count;
    }

    boolean concern(String sheet) {
        return shown.stream().anyMatch(place -> place.sheet().equals(sheet));
    }

    /** By sheet and row, no more than the first thousand that were found. */
    public List<Rejected> shown() {
        return shown.stream()
                .sorted(Comparator.comparing(Rejected::sheet).thenComparing(Rejected::row))
                .toList();
    }
}
