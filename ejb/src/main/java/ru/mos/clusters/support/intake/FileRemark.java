package ru.mos.clusters.support.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.ProblemCode;

/**
 * Something wrong or unusual in a file.
 *
 * @param rejected the document was left out; otherwise this is only a remark
 * @param inn of a rejected document, as far as it could be read
 */
record FileRemark(
        ProblemCode code,
        @Nullable String document,
        int line,
        @Nullable String field,
        List<String> args,
        boolean rejected,
        @Nullable String inn) {}
