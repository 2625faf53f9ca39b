package ru.mos.clusters.platform.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import ru.mos.clusters.platform.Problem;

/**
 * An XLSX workbook from outside, read within bounds: what it unpacks to, how many cells it holds and how deep its XML goes
 * are limited before they cost anything. Formulas are not computed, links not followed, macros not looked at.
 */
public final class Workbook {

    /** Of a sheet, with its headings. */
    public static final int MOST_LINES = 20_000;

    static final int MOST_CELLS = 400_000;
    private static final long MOST_BYTES = 60L * 1024 * 1024;
    private static final int MOST_PARTS = 1_000;
    private static final String ROOT = "xl/";

    private final ZipFile zip;
    private long bytesLeft = MOST_BYTES;
    private int cellsLeft = MOST_CELLS;

    private Workbook(ZipFile zip) {
        this.zip = zip;
    }

    /**
     * All sheets in their order.
     *
     * @throws Problem {@code workbook-unreadable}, {@code workbook-too-large}, {@code workbook-too-many-rows}
     */
    public static List<Sheet> read(Path file) {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_PARTS) {
                throw new Problem(WorkbookProblem.WORKBOOK_TOO_LARGE);
            }
            return new Workbook(zip).sheets();
        } catch (ZipException notOne) {
            throw new Problem(WorkbookProblem.WORKBOOK_UNREADABLE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<Sheet> sheets() throws IOException {
        var outline = WorkbookOutline.read(part(ROOT + "workbook.xml"));
        var targets = new HashMap<String, String>();
        var texts = List.<String>of();
        try (var links = part(ROOT + "_rels/workbook.xml.rels")) {
            while (links.nextElement("Relationship")) {
                targets.put(links.required("Id"), place(links.required("Target")));
                if (links.required("Type").endsWith("/sharedStrings")) {
                    texts = sharedTexts(place(links.required("Target")));
                }
            }
        }
        var sheets = new ArrayList<Sheet>();
        for (var entry : outline.sheets().entrySet()) {
            var place = targets.get(entry.getValue());
            if (place == null) {
                throw new Problem(WorkbookProblem.WORKBOOK_UNREADABLE);
            }
            sheets.add(sheet(entry.getKey(), place, texts, outline.since1904()));
        }
        return sheets;
    }

    private Sheet sheet(String name, String place, List<String> texts, boolean since1904) throws IOException {
        try (var part = part(place)) {
            var lines = new SheetPart(part, texts, since1904, cellsLeft).lines(name);
            cellsLeft -= lines.stream().mapToInt(line -> line.cells().size()).sum();
            return new Sheet(name, lines);
        }
    }

    private List<String> sharedTexts(String place) throws IOException {
        var texts = new ArrayList<String>();
        try (var part = part(place)) {
            while (part.nextElement("si")) {
                texts.add(part.textWithin("si"));
                if (texts.size() > MOST_CELLS) {
                    throw new Problem(WorkbookProblem.WORKBOOK_TOO_LARGE);
                }
            }
        }
        return texts;
    }

    private XmlPart part(String place) throws IOException {
        var entry = zip.getEntry(place);
        if (entry == null) {
            throw new Problem(WorkbookProblem.WORKBOOK_UNREADABLE);
        }
        return new XmlPart(new Bounded(zip.getInputStream(entry)));
    }

    private static String place(String target) {
        return target.startsWith("/") ? target.substring(1) : ROOT + target;
    }

    /** Counts what comes out of the archive, whatever it says about itself. */
    private final class Bounded extends java.io.FilterInputStream {
        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) {
            bytesLeft -= read;
            if (bytesLeft < 0) {
                throw new Problem(WorkbookProblem.WORKBOOK_TOO_LARGE);
            }
        }
    }

    /** Sheets of the workbook by name, each with the id of its link. */
    record WorkbookOutline(Map<String, String> sheets, boolean since1904) {
        static WorkbookOutline read(XmlPart part) {
            var sheets = new java.util.LinkedHashMap<String, String>();
            boolean since1904 = false;
            try (part) {
                while (part.nextElement()) {
                    if (part.is("workbookPr")) {
                        var date1904 = part.attribute("date1904");
                        since1904 = "1".equals(date1904) || "true".equals(date1904);
                    } else if (part.is("sheet")) {
                        sheets.put(part.required("name"), part.required("id"));
                    }
                }
            }
            return new WorkbookOutline(sheets, since1904);
        }
    }
}
