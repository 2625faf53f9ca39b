package ru.mos.clusters.agreement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.workbook.Rejected;

/**
 * What became of a workbook of spending: all of it is written, or nothing, and why.
 *
 * @param report null where anything was refused
 * @param rejected by sheet and row; no more than the first thousand places
 * @param rejections how many places there were in all
 */
public record ReportUpload(@Nullable ReportView report, List<Rejected> rejected, int rejections) {

    /** Whether nothing stood in the way. */
    public boolean isDone() {
        return report != null;
    }
}
