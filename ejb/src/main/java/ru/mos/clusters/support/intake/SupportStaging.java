package ru.mos.clusters.support.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import ru.mos.clusters.platform.intake.CopyText;

/** What has been read of an import, on its way into temporary tables of the transaction: memory does not grow with it. */
final class SupportStaging implements RecipientTaker {

    private static final int BYTES_PER_FLUSH = 1 << 20;
    private static final int REMARKS_PER_FLUSH = 500;
    private static final int MOST_REMARKS = 20_000;

    private final Handle handle;
    private final long id;
    private final CopyText supports = new CopyText();
    private final CopyText violations = new CopyText();
    private final List<FileRemark> remarks = new ArrayList<>();
    private String file = "";
    private long position;
    private long accepted;
    private long rejected;
    private int remarked;

    SupportStaging(Handle handle, long id) {
        this.handle = handle;
        this.id = id;
        handle.registerArrayType(String.class, "text");
        handle.execute("""
                create temporary table staged_support (
                    position bigint, file text, document text, line integer, state_on date, inn text collate "C",
                    subject_kind text, name text, register_number text collate "C", provider_inn text, provider_name text,
                    form_code text, form_name text, kind_code text, kind_name text, decided_on date, ends_on date,
                    stopped_on date, size numeric, unit_code text) on commit drop""");
        handle.execute("""
                create temporary table staged_violation (
                    position bigint, place integer, kind text, recognised_on date, correction_due date,
                    corrected_on date) on commit drop""");
        handle.execute("delete from support.import_problem where import_id = ?", id);
    }

    void begin(String name) {
        flushRemarks();
        file = name;
    }

    @Override
    public void take(RecipientDocument document) {
        accepted++;
        for (var given : document.supports()) {
            position++;
            support(document, given);
            int place = 0;
            for (var violation : given.violations()) {
                violation(violation, place++);
            }
        }
        if (supports.size() + violations.size() > BYTES_PER_FLUSH) {
            flush();
        }
    }

    private void support(RecipientDocument document, RecipientDocument.Given given) {
        supports.number(position);
        supports.text(file);
        supports.text(document.document());
        supports.number((long) document.line());
        date(supports, document.stateOn());
        supports.text(document.inn());
        supports.text(given.subjectKind());
        supports.text(document.name());
        supports.text(given.number());
        supports.text(given.providerInn());
        supports.text(given.providerName());
        supports.text(given.formCode());
        supports.text(given.formName());
        supports.text(given.kindCode());
        supports.text(given.kindName());
        date(supports, given.decidedOn());
        date(supports, given.endsOn());
        date(supports, given.stoppedOn());
        supports.text(given.size() == null ? null : given.size().toPlainString());
        supports.text(given.unitCode());
        supports.endRow();
    }

    private void violation(RecipientDocument.Violation violation, int place) {
        violations.number(position);
        violations.number((long) place);
        violations.text(violation.kind().name());
        date(violations, violation.recognisedOn());
        date(violations, violation.correctionDue());
        date(violations, violation.correctedOn());
        violations.endRow();
    }

    private static void date(CopyText to, @Nullable LocalDate day) {
        to.text(day == null ? null : day.toString());
    }

    /** Remarks beyond the most that anybody reads are dropped; what was left out never is. */
    @Override
    public void tell(FileRemark remark) {
        if (remark.rejected()) {
            rejected++;
        } else if (++remarked > MOST_REMARKS) {
            return;
        }
        remarks.add(remark);
        if (remarks.size() >= REMARKS_PER_FLUSH) {
            flushRemarks();
        }
    }

    long accepted() {
        return accepted;
    }

    long rejected() {
        return rejected;
    }

    void flush() {
        copy("staged_support", supports);
        copy("staged_violation", violations);
        flushRemarks();
    }

    private void flushRemarks() {
        SupportImportRemark.keep(handle, id, file, remarks);
        remarks.clear();
    }

    private void copy(String table, CopyText rows) {
        if (rows.size() == 0) {
            return;
        }
        try {
            handle.getConnection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " from stdin", new ByteArrayInputStream(rows.take()));
        } catch (SQLException failure) {
            throw new IllegalStateException("what was read could not be stored", failure);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
