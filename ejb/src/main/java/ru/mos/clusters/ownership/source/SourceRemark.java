package ru.mos.clusters.ownership.source;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.ProblemCode;

/**
 * Something wrong or unusual in a file.
 *
 * @param rejected the extract was left out; otherwise this is only a remark
 * @param subject ОГРН or ИНН of the extract, as far as it could be read
 */
public record SourceRemark(
        ProblemCode code,
        @Nullable String document,
        int line,
        @Nullable String field,
        List<String> args,
        boolean rejected,
        @Nullable String subject) {}
