package ru.mos.clusters.platform.paper;

import static ru.mos.clusters.platform.paper.PdfParts.MARGIN;
import static ru.mos.clusters.platform.paper.PdfParts.cell;
import static ru.mos.clusters.platform.paper.PdfParts.spaced;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import ru.mos.clusters.platform.ProblemTexts;

/** A document as PDF with embedded fonts; what it is stands below every page, with the page's number. */
public final class PdfSheet implements Sheet {

    /** With less left on a page, in points, a section begins the next: no heading stands alone, no signatures without a text above. */
    private static final int ROOM_OF_SECTION = 150;

    private final PdfType type = new PdfType();
    private final Document document;
    private final PdfWriter writer;

    /** @param origin what the document is, for the foot of every page */
    public PdfSheet(OutputStream out, String title, String origin) {
        this(out, title, origin, PageSize.A4, ProblemTexts.RUSSIAN);
    }

    private PdfSheet(OutputStream out, String title, String origin, Rectangle size, Locale locale) {
        boolean english = locale.getLanguage().equals("en");
        document = new Document(size, MARGIN + 14, MARGIN - 10, MARGIN, MARGIN + 6);
        writer = PdfWriter.getInstance(document, out);
        writer.setPageEvent(new PdfMargins(type, null, origin, "", english ? "p." : "стр."));
        document.addTitle(title);
        writer.getExtraCatalog().put(new PdfName("Lang"), new PdfString(english ? "en" : "ru-RU"));
        document.open();
    }

    /** The same in either language. */
    public static PdfSheet upright(OutputStream out, String title, String origin, Locale locale) {
        return new PdfSheet(out, title, origin, PageSize.A4, locale);
    }

    /** The same on its side, for wide tables. */
    public static PdfSheet landscape(OutputStream out, String title, String origin, Locale locale) {
        return new PdfSheet(out, title, origin, PageSize.A4.rotate(), locale);
    }

    @Override
    public PdfSheet title(String text) {
        var paragraph = new Paragraph(text, type.title());
        paragraph.setAlignment(Element.ALIGN_CENTER);
        paragraph.setSpacingAfter(8);
        document.add(paragraph);
        return this;
    }

    @Override
    public PdfSheet heading(String text) {
        if (writer.getVerticalPosition(false) - document.bottom() < ROOM_OF_SECTION) {
            document.newPage();
        }
        var paragraph = spaced(new Paragraph(text, type.heading()));
        paragraph.setSpacingBefore(12);
        paragraph.setSpacingAfter(4);
        document.add(paragraph);
        return this;
    }

    @Override
    public PdfSheet text(String text) {
        return paragraph(new Paragraph(text, type.plain()));
    }

    @Override
    public PdfSheet strong(String text) {
        return paragraph(new Paragraph(text, type.strong()));
    }

    private PdfSheet paragraph(Paragraph paragraph) {
        spaced(paragraph).setSpacingAfter(4);
        document.add(paragraph);
        return this;
    }

    @Override
    public PdfSheet table(int[] widths, List<List<String>> rows) {
        var table = PdfParts.table(widths);
        table.setHeaderRows(1);
        table.setSpacingAfter(6);
        rows.get(0).forEach(text -> table.addCell(PdfParts.heading(text, type)));
        rows.stream().skip(1).flatMap(List::stream).forEach(text -> table.addCell(cell(text, type.small())));
        document.add(table);
        return this;
    }

    @Override
    public void close() {
        document.close();
    }
}
