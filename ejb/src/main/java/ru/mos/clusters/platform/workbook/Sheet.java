package ru.mos.clusters.platform.workbook;

import java.util.List;
import java.util.SortedMap;

/**
 * A sheet of a workbook.
 *
 * @param lines those that hold anything, from top to bottom
 */
public record Sheet(String name, List<Line> lines) {

    /**
     * A line of a sheet.
     *
     * @param number as people see it, from 1
     * @param cells those that hold anything, by column from 0
     */
    public record Line(int number, SortedMap<Integer, Cell> cells) {}

    /** The letters of a column: 0 is A, 26 is AA. */
    public static String letters(int column) {
        var letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString();
    }
}
