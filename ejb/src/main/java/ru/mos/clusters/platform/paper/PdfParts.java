package ru.mos.clusters.platform.paper;

import com.lowagie.text.Font;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import java.awt.Color;
import org.jspecify.annotations.Nullable;

/** Tables and paragraphs of printed documents. */
public final class PdfParts {

    /** From the edge of the sheet to the text. */
    public static final int MARGIN = 54;

    /** Height of a line in tenths of its letters. */
    private static final int LINE = 13;

    private PdfParts() {}

    /** A paragraph whose lines stand as in the tables. */
    public static Paragraph spaced(Paragraph paragraph) {
        paragraph.setLeading(0, LINE / 10f);
        return paragraph;
    }

    /** @param widths of its columns, in hundredths of the width of the text */
    public static PdfPTable table(int... widths) {
        var table = new PdfPTable(widths.length);
        table.setWidths(widths);
        table.setWidthPercentage(100);
        table.setSpacingBefore(6);
        return table;
    }

    /** A cell of the head of a table. */
    public static PdfPCell heading(String text, PdfType type) {
        var cell = cell(text, type.smallStrong());
        cell.setGrayFill(0.93f);
        return cell;
    }

    /** @param text null where there is nothing to say */
    public static PdfPCell cell(@Nullable String text, Font font) {
        var cell = new PdfPCell(new Phrase(text == null ? "—" : text, font));
        cell.setPadding(4);
        cell.setLeading(0, LINE / 10f);
        cell.setBorderWidth(0.5f);
        cell.setBorderColor(Color.GRAY);
        return cell;
    }

    /** A cell without lines around it. */
    public static PdfPCell bare(String text, Font font) {
        var cell = cell(text, font);
        cell.setBorder(PdfPCell.NO_BORDER);
        return cell;
    }
}
