package ru.mos.clusters.ownership;

import java.util.List;
import org.jdbi.v3.core.Handle;
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
        boolean rejected) {

    static void keep(Handle handle, long importId, List<ImportRemark> remarks) {
        if (remarks.isEmpty()) {
            return;
        }
        var batch = handle.prepareBatch("""
                insert into ownership.import_problem (import_id, file, document, line, field, code, args, rejected)
                values (:id, :file, :document, :line, :field, :code, cast(:args as text[]), :rejected)""");
        for (var remark : remarks) {
            batch.bind("id", importId)
                    .bind("file", remark.file())
                    .bind("document", remark.document())
                    .bind("line", remark.line())
                    .bind("field", remark.field())
                    .bind("code", remark.code())
                    .bindArray("args", String.class, remark.args())
                    .bind("rejected", remark.rejected())
                    .add();
        }
        batch.execute();
    }
}
