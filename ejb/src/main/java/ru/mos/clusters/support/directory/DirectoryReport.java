package ru.mos.clusters.support.directory;

import java.util.List;
import ru.mos.clusters.platform.workbook.Rejected;

/**
 * What became of a directory: all of it is loaded, or nothing, and why.
 *
 * @param loaded rows taken in; 0 where anything was refused
 * @param rejected by row; no more than the first thousand places
 * @param rejections how many places there were in all
 */
public record DirectoryReport(int loaded, List<Rejected> rejected, int rejections) {

    /** Whether nothing stood in the way. */
    public boolean isDone() {
        return rejections == 0;
    }
}
