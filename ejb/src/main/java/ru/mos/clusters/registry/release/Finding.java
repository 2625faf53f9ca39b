package ru.mos.clusters.registry.release;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.ProblemCode;

/**
 * Something wrong or unusual found while reading.
 *
 * @param rejected the document was left out; otherwise this is only a remark
 * @param inn of a rejected document as far as it could be read: such a subject is neither shown nor absent
 */
record Finding(
        @Nullable String document,
        @Nullable Integer line,
        @Nullable String field,
        ProblemCode code,
        List<String> args,
        boolean rejected,
        @Nullable String inn) {}
