package ru.mos.clusters.ownership;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong or unusual in an import.
 *
 * @param code slug of the problem; {@code args} complete its text
 * @param rejected the extract, statement or file was left out; otherwise this is only a remark
 */
public record ImportRemark(
        long id,
        @Nullable String file,
        @Nullable String document,
        @Nullable Integer line,
        @Nullable String field,
        String code,
        List<String> args,
        boolean rejected) {}
