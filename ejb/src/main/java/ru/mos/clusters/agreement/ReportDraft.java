package ru.mos.clusters.agreement;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * What somebody typed into a report and has not saved.
 *
 * @param version of the report that it was begun from
 * @param revision counts how often it was kept; 0: not yet
 */
public record ReportDraft(long version, int revision, Instant keptAt, List<TypedLine> lines) implements Serializable {

    public ReportDraft {
        lines = List.copyOf(lines);
    }
}
