package ru.mos.clusters.registry.release;

import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.intake.CopyText;
import ru.mos.clusters.platform.intake.HardenedXml;

/** How the documents of one kind of release are read: told of each element in turn, it writes a row at the end. */
abstract class Form {

    final Remarks remarks;

    Form(Remarks remarks) {
        this.remarks = remarks;
    }

    /** Columns of the rows it writes, as COPY wants them named. */
    static String columns(ReleaseKind kind) {
        return kind == ReleaseKind.SME_REGISTER ? SmeForm.COLUMNS : FigureForm.COLUMNS;
    }

    /** Table of the rows it writes. */
    static String table(ReleaseKind kind) {
        return kind == ReleaseKind.SME_REGISTER ? "registry.staged_sme" : "registry.staged_figure";
    }

    static Form of(ReleaseKind kind, Expected expected, Remarks remarks) {
        return kind == ReleaseKind.SME_REGISTER
                ? new SmeForm(expected, remarks)
                : new FigureForm(kind, expected, remarks);
    }

    /** A new document begins. */
    abstract void begin();

    /**
     * An element of the document, the document itself first.
     *
     * @return whether it is known; what stands inside an unknown one means nothing, even under a known name
     */
    abstract boolean element(HardenedXml xml) throws DocumentFault;

    /** Text inside the element that began last. */
    void text(HardenedXml xml) {}

    /** An element ends. */
    void end(String name) {}

    /** Writes the row. */
    abstract void finish(CopyText row, int position, int line) throws DocumentFault;

    /** The document's own id as far as read. */
    abstract @Nullable String document();

    /** The subject's number as far as read, if its check digits are right. */
    abstract @Nullable String inn();
}
