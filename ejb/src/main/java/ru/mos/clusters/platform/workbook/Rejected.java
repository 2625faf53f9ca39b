package ru.mos.clusters.platform.workbook;

import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Problem;

/**
 * A place of a workbook that cannot be taken on, and why.
 *
 * @param sheet as the workbook calls it
 * @param row as people see it, from 1; 0 for the sheet as a whole
 * @param column its heading; null for the row as a whole
 * @param cell such as B5; null where no single cell is at fault
 */
public record Rejected(
        String sheet,
        int row,
        @Nullable String column,
        @Nullable String cell,
        Problem problem) {

    /** As a JSON pointer into the workbook: {@code /Участники/5/ИНН}. */
    public String pointer() {
        var place = new StringBuilder("/").append(escaped(sheet));
        if (row > 0) {
            place.append('/').append(row);
        }
        if (column != null) {
            place.append('/').append(escaped(column));
        }
        return place.toString();
    }

    private static String escaped(String part) {
        return part.replace("~", "~0").replace("/", "~1");
    }
}
