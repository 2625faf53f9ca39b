package ru.mos.clusters.registry.release;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Some documents of one file, read: rows in the text form of COPY, and what was found. A file is always cut into the same
 * blocks, so that an interrupted import can skip those it has stored.
 *
 * @param number from 0 within its file
 * @param end the file's header and end, if this is its last block
 * @param activities names of activities that this reader had not met before, by edition and code
 */
@SuppressWarnings("ArrayRecordComponent") // a buffer handed on, never compared
record Block(
        int file,
        int number,
        byte[] rows,
        int accepted,
        int rejected,
        List<Finding> findings,
        Map<String, String> activities,
        @Nullable End end) {

    /** What the file says of itself. */
    record End(@Nullable String version, @Nullable Long declared) {}
}
