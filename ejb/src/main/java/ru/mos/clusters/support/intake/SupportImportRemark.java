package ru.mos.clusters.support.intake;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong or unusual in an import.
 *
 * @param code slug of the problem; {@code args} complete its text
 * @param rejected the document was left out; otherwise this is only a remark
 */
public record SupportImportRemark(
        long id,
        @Nullable String file,
        @Nullable String document,
        @Nullable Integer line,
        @Nullable String field,
        String code,
        List<String> args,
        boolean rejected) {

    static void keep(Handle handle, long importId, String file, List<FileRemark> remarks) {
        if (remarks.isEmpty()) {
            return;
        }
        var batch = handle.prepareBatch("""
                insert into support.import_problem (import_id, file, document, line, field, code, args, rejected, inn)
                values (:id, :file, :document, :line, :field, :code, cast(:args as text[]), :rejected, :inn)""");
        for (var remark : remarks) {
            batch.bind("id", importId)
                    .bind("file", file)
                    .bind("document", remark.document())
                    .bind("line", remark.line())
                    .bind("field", remark.field())
                    .bind("code", remark.code().slug())
                    .bindArray("args", String.class, remark.args())
                    .bind("rejected", remark.rejected())
                    .bind("inn", remark.inn())
                    .add();
        }
        batch.execute();
    }
}
