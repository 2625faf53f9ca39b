package ru.mos.clusters.support.directory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.workbook.Cell;
import ru.mos.clusters.platform.workbook.Sheet;
import ru.mos.clusters.platform.workbook.Workbook;

/** A file of rows and columns as a sheet: the first of a workbook, or comma- or semicolon-separated values in UTF-8 or Windows-1251. */
final class DirectoryFile {

    private static final byte[] ZIP = {'P', 'K'};

    private final String text;
    private final char parting;
    private final List<Sheet.Line> lines = new ArrayList<>();
    private int at;
    private int number;

    private DirectoryFile(String text) {
        this.text = text;
        int end = text.indexOf('\n');
        var headings = end < 0 ? text : text.substring(0, end);
        parting = headings.indexOf(';') >= 0 ? ';' : headings.indexOf('\t') >= 0 ? '\t' : ',';
    }

    /** @throws Problem {@code directory-unreadable}, {@code directory-empty}, and those of workbooks */
    static Sheet read(Path file, String name) throws IOException {
        var bytes = Files.readAllBytes(file);
        if (bytes.length > 1 && bytes[0] == ZIP[0] && bytes[1] == ZIP[1]) {
            return Workbook.read(file).stream()
                    .findFirst()
                    .orElseThrow(() -> new Problem(DirectoryProblem.DIRECTORY_EMPTY));
        }
        return new DirectoryFile(decoded(bytes)).sheet(name);
    }

    private static String decoded(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw new Problem(DirectoryProblem.DIRECTORY_UNREADABLE);
            }
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            return new String(bytes, Charset.forName("windows-1251"));
        }
    }

    private Sheet sheet(String name) {
        while (at < text.length()) {
            number++;
            line();
            if (lines.size() > Workbook.MOST_LINES) {
                throw new Problem(DirectoryProblem.DIRECTORY_UNREADABLE);
            }
        }
        return new Sheet(name, lines);
    }

    private void line() {
        int first = number;
        var cells = new TreeMap<Integer, Cell>();
        int column = 0;
        boolean more = true;
        while (more) {
            var value = value().strip();
            if (!value.isEmpty()) {
                cells.put(column, new Cell(Cell.Kind.TEXT, value, false));
            }
            column++;
            more = at < text.length() && text.charAt(at) == parting;
            at++; // over what parts values, or ends the line
        }
        if (!cells.isEmpty()) {
            lines.add(new Sheet.Line(first, cells));
        }
    }

    /** Up to what parts it from the next; in quotation marks it may hold that and ends of lines. */
    private String value() {
        var value = new StringBuilder();
        boolean quoted = at < text.length() && text.charAt(at) == '"';
        if (quoted) {
            at++;
        }
        while (at < text.length()) {
            char next = text.charAt(at);
            if (quoted && next == '"') {
                if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
                    at++;
                    value.append(next);
                } else {
                    quoted = false;
                }
            } else if (!quoted && (next == parting || next == '\n')) {
                break;
            } else {
                number += next == '\n' ? 1 : 0;
                value.append(next);
            }
            at++;
        }
        if (quoted) {
            throw new Problem(DirectoryProblem.DIRECTORY_UNREADABLE);
        }
        return value.toString();
    }
}
