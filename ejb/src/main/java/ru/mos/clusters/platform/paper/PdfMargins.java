package ru.mos.clusters.platform.paper;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfWriter;
import org.jspecify.annotations.Nullable;

/** What stands outside the text of every page: the mark of a draft above, what is printed and the page's number below. */
public final class PdfMargins extends PdfPageEventHelper {

    private final PdfType type;
    private final @Nullable String mark;
    private final String origin;
    private final String printed;
    private final String page;

    /** @param mark null where nothing stands above */
    public PdfMargins(PdfType type, @Nullable String mark, String origin, String printed, String page) {
        this.type = type;
        this.mark = mark;
        this.origin = origin;
        this.printed = printed;
        this.page = page;
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        if (mark != null) {
            show(writer, Element.ALIGN_RIGHT, new Phrase(mark, type.heading()), document.right(), document.top() + 16);
        }
        show(writer, Element.ALIGN_LEFT, new Phrase(origin, type.footer()), document.left(), document.bottom() - 22);
        show(writer, Element.ALIGN_LEFT, new Phrase(printed, type.footer()), document.left(), document.bottom() - 34);
        var number = new Phrase(page + " " + writer.getPageNumber(), type.footer());
        show(writer, Element.ALIGN_RIGHT, number, document.right(), document.bottom() - 34);
    }

    private static void show(PdfWriter writer, int alignment, Phrase phrase, float x, float y) {
        ColumnText.showTextAligned(writer.getDirectContent(), alignment, phrase, x, y, 0);
    }
}
