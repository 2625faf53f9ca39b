package ru.mos.clusters.ledger.opening;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.workbook.Rejected;

/**
 * What became of a workbook: all of it is prepared, or nothing, and why.
 *
 * @param opening null where anything was refused
 * @param rejected by sheet and row; no more than the first thousand places
 * @param rejections how many places there were in all
 */
public record OpeningReport(@Nullable OpeningView opening, List<Rejected> rejected, int rejections) {

    /** Whether nothing stood in the way. */
    public boolean isDone() {
        return opening != null;
    }
}
