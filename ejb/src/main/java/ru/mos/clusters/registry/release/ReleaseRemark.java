package ru.mos.clusters.registry.release;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong or unusual in a release.
 *
 * @param code slug of the problem; {@code args} complete its text
 * @param rejected the document was left out; otherwise this is only a remark
 */
public record ReleaseRemark(
        long id,
        @Nullable String file,
        @Nullable String document,
        @Nullable Integer line,
        @Nullable String field,
        String code,
        List<String> args,
        boolean rejected) {}
