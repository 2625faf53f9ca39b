package ru.mos.clusters.opendata;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was found in a file, and where.
 *
 * @param position in the order of finding, from 1
 * @param pointer JSON pointer; of a table {@code /row/column}, rows from 1; empty: the file as a whole
 * @param excerpt what stands there
 * @param agreement in the title of whose project it stands, so that another title may be given; else null
 */
public record FindingView(
        int position,
        FindingKind kind,
        String file,
        String pointer,
        String excerpt,
        @Nullable UUID agreement) {}
