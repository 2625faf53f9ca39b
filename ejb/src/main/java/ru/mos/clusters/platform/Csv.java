package ru.mos.clusters.platform;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tables of text as RFC 4180 has them. Text that a spreadsheet could take for a formula gets an apostrophe. */
public final class Csv {

    /** What ends a line. */
    public static final String LINE_END = "\r\n";

    private Csv() {}

    /**
     * A line without its end.
     *
     * @param between what stands between cells: a comma, or a semicolon for spreadsheets that expect it
     * @param cells null: nothing
     */
    public static String line(char between, @Nullable Object... cells) {
        return Arrays.stream(cells)
                .map(cell -> cell == null ? "" : cell(cell.toString(), between))
                .collect(Collectors.joining(String.valueOf(between)));
    }

    private static String cell(String text, char between) {
        var harmless = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quoted = harmless.chars().anyMatch(c -> c == between || c == '"' || c == '\r' || c == '\n');
        return quoted ? "\"" + harmless.replace("\"", "\"\"") + "\"" : harmless;
    }

    /** Reads line by line what {@link #line} wrote with commas. */
    public static void read(Reader from, Consumer<List<String>> line) throws IOException {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        boolean closed = false; // by the quotation mark just read
        boolean begun = false;
        for (int c = from.read(); c >= 0; c = from.read()) {
            begun = true;
            if (c == '"') {
                if (closed) {
                    cell.append('"'); // the second of two within quotes
                }
                closed = quoted;
                quoted = !quoted;
                continue;
            }
            closed = false;
            if (!quoted && c == ',') {
                cells.add(cell.toString());
                cell.setLength(0);
            } else if (!quoted && c == '\n') {
                cells.add(cell.toString());
                cell.setLength(0);
                line.accept(List.copyOf(cells));
                cells.clear();
                begun = false;
            } else if (quoted || c != '\r') {
                cell.append((char) c);
            }
        }
        if (begun) {
            cells.add(cell.toString());
            line.accept(List.copyOf(cells));
        }
    }
}
