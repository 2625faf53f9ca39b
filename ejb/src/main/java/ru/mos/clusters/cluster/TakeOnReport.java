package ru.mos.clusters.cluster;

import java.util.List;
import java.util.UUID;
import ru.mos.clusters.platform.workbook.Rejected;

/**
 * What became of a take-on: all of it, or nothing and the reasons.
 *
 * @param rejected empty where everything was taken on; no more than the first thousand places
 * @param rejections how many places there were in all
 */
public record TakeOnReport(
        int clusters, int organisations, int members, List<Taken> created, List<Rejected> rejected, int rejections) {

    /**
     * A cluster that was taken on.
     *
     * @param label as the workbook calls it
     */
    public record Taken(UUID id, String code, String label, String name) {}

    /** Whether nothing stood in the way. */
    public boolean isDone() {
        return rejections == 0;
    }
}
