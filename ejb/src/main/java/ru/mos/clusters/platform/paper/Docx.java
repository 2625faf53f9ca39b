package ru.mos.clusters.platform.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * A text document in the form of Office Open XML: paragraphs and tables, which is all that our papers need. Written as it
 * goes, so that memory does not grow with the document.
 *
 * <p>Not with Apache POI: its schemas alone are larger than our whole archive, and these few parts are plain.
 */
public final class Docx implements Sheet {

    private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final int TEXT_WIDTH = 9638; // twentieths of a point: A4 without its margins

    private static final String TYPES = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" \
            ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" \
            ContentType="application/xml"/><Override PartName="/word/document.xml" \
            ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>\
            <Override PartName="/word/styles.xml" \
            ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>""";

    private static final String RELATIONS = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" \
            Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
            Target="word/document.xml"/></Relationships>""";

    private static final String DOCUMENT_RELATIONS = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" \
            Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" \
            Target="styles.xml"/></Relationships>""";

    private static final String STYLES = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault>\
            <w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="24"/>\
            <w:lang w:val="ru-RU"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="80"/></w:pPr></w:pPrDefault>\
            </w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>\
            <w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:pPr>\
            <w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style><w:style w:type="paragraph" \
            w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:spacing \
            w:before="200" w:after="80"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style></w:styles>""";

    private final ZipOutputStream zip;
    private final XMLStreamWriter xml;

    /** Begins a document; {@link #close} ends it and leaves the stream open. */
    public Docx(OutputStream out) {
        try {
            zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
            part("[Content_Types].xml", TYPES);
            part("_rels/.rels", RELATIONS);
            part("word/_rels/document.xml.rels", DOCUMENT_RELATIONS);
            part("word/styles.xml", STYLES);
            zip.putNextEntry(entry("word/document.xml"));
            xml = XMLOutputFactory.newFactory().createXMLStreamWriter(zip, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.setPrefix("w", W);
            xml.writeStartElement(W, "document");
            xml.writeNamespace("w", W);
            xml.writeStartElement(W, "body");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (XMLStreamException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The same document has the same bytes, whenever it is written. */
    private static ZipEntry entry(String name) {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0)); // where the time of ZIP begins
        return entry;
    }

    private void part(String name, String content) throws IOException {
        zip.putNextEntry(entry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    @Override
    public Docx title(String text) {
        return paragraph(text, "Title", false);
    }

    @Override
    public Docx heading(String text) {
        return paragraph(text, "Heading1", false);
    }

    @Override
    public Docx text(String text) {
        return paragraph(text, null, false);
    }

    @Override
    public Docx strong(String text) {
        return paragraph(text, null, true);
    }

    private Docx paragraph(String text, @Nullable String style, boolean bold) {
        return written(() -> write(text, style, bold));
    }

    @Override
    public Docx table(int[] widths, List<List<String>> rows) {
        return written(() -> {
            xml.writeStartElement(W, "tbl");
            xml.writeStartElement(W, "tblPr");
            empty("tblW", "w", Integer.toString(TEXT_WIDTH), "type", "dxa");
            xml.writeStartElement(W, "tblBorders");
            for (var side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
                empty(side, "val", "single", "sz", "4", "space", "0", "color", "808080");
            }
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeStartElement(W, "tblGrid");
            for (int width : widths) {
                empty("gridCol", "w", Integer.toString(width * TEXT_WIDTH / 100));
            }
            xml.writeEndElement();
            for (int at = 0; at < rows.size(); at++) {
                row(widths, rows.get(at), at == 0);
            }
            xml.writeEndElement();
            write("", null, false); // two tables that touch would be one
        });
    }

    private void row(int[] widths, List<String> cells, boolean head) throws XMLStreamException {
        xml.writeStartElement(W, "tr");
        xml.writeStartElement(W, "trPr");
        xml.writeEmptyElement(W, "cantSplit");
        if (head) {
            xml.writeEmptyElement(W, "tblHeader");
        }
        xml.writeEndElement();
        for (int at = 0; at < cells.size(); at++) {
            xml.writeStartElement(W, "tc");
            xml.writeStartElement(W, "tcPr");
            empty("tcW", "w", Integer.toString(widths[at] * TEXT_WIDTH / 100), "type", "dxa");
            xml.writeEndElement();
            write(cells.get(at), null, head);
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void write(String text, @Nullable String style, boolean bold) throws XMLStreamException {
        xml.writeStartElement(W, "p");
        if (style != null) {
            xml.writeStartElement(W, "pPr");
            empty("pStyle", "val", style);
            xml.writeEndElement();
        }
        var lines = text.split("\n", -1);
        xml.writeStartElement(W, "r");
        if (bold) {
            xml.writeStartElement(W, "rPr");
            xml.writeEmptyElement(W, "b");
            xml.writeEndElement();
        }
        for (int at = 0; at < lines.length; at++) {
            if (at > 0) {
                xml.writeEmptyElement(W, "br");
            }
            xml.writeStartElement(W, "t");
            xml.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "space", "preserve");
            xml.writeCharacters(printable(lines[at]));
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    /** Without what XML cannot hold: somebody may have pasted it. */
    private static String printable(String text) {
        return text.replaceAll("[^\\x09\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "");
    }

    private void empty(String name, String... attributes) throws XMLStreamException {
        xml.writeEmptyElement(W, name);
        for (int at = 0; at < attributes.length; at += 2) {
            xml.writeAttribute("w", W, attributes[at], attributes[at + 1]);
        }
    }

    @Override
    public void close() {
        written(() -> {
            xml.writeStartElement(W, "sectPr");
            empty("pgSz", "w", "11906", "h", "16838");
            empty(
                    "pgMar", "top", "1134", "right", "850", "bottom", "1134", "left", "1418", "header", "708", "footer",
                    "708", "gutter", "0");
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
        });
        try {
            zip.closeEntry();
            zip.finish();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private interface Writing {
        void write() throws XMLStreamException;
    }

    private Docx written(Writing writing) {
        try {
            writing.write();
            return this;
        } catch (XMLStreamException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
