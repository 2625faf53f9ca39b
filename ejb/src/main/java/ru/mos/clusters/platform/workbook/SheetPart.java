package ru.mos.clusters.platform.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Problem;

/** The cells of one sheet. Cells without content are as if they were not there. */
final class SheetPart {

    private final XmlPart part;
    private final List<String> texts;
    private final boolean since1904;
    private int cellsLeft;

    SheetPart(XmlPart part, List<String> texts, boolean since1904, int cellsLeft) {
        this.part = part;
        this.texts = texts;
        this.since1904 = since1904;
        this.cellsLeft = cellsLeft;
    }

    List<Sheet.Line> lines(String sheet) {
        var lines = new ArrayList<Sheet.Line>();
        SortedMap<Integer, Cell> cells = new TreeMap<>();
        int number = 0;
        int column = -1;
        while (part.nextElement()) {
            if (part.is("row")) {
                close(lines, number, cells, sheet);
                cells = new TreeMap<>();
                number = whole(part.attribute("r"), number + 1);
                column = -1;
            } else if (part.is("c")) {
                var place = part.attribute("r");
                column = place == null ? column + 1 : column(place);
                var cell = cell();
                if (cell != null) {
                    cells.put(column, cell);
                    cellsLeft--;
                }
                if (cellsLeft < 0) {
                    throw new Problem(WorkbookProblem.WORKBOOK_TOO_LARGE);
                }
            }
        }
        close(lines, number, cells, sheet);
        return lines;
    }

    private static void close(List<Sheet.Line> lines, int number, SortedMap<Integer, Cell> cells, String sheet) {
        if (cells.isEmpty()) {
            return;
        }
        if (lines.size() == Workbook.MOST_LINES) {
            throw new Problem(WorkbookProblem.WORKBOOK_TOO_MANY_ROWS, sheet, Workbook.MOST_LINES);
        }
        lines.add(new Sheet.Line(number, cells));
    }

    private @Nullable Cell cell() {
        var type = part.attribute("t");
        boolean formula = false;
        var content = new StringBuilder();
        while (part.nextWithin("c")) {
            if (part.is("f")) {
                formula = true;
            } else if (part.is("v")) {
                content.append(part.textWithin("v"));
            } else if (part.is("is")) {
                content.append(part.textWithin("is"));
            }
        }
        var raw = content.toString();
        if (formula || "e".equals(type)) {
            return new Cell(Cell.Kind.FORMULA, raw, since1904);
        }
        var number = type == null || type.equals("n");
        var text = "s".equals(type) ? shared(raw) : number ? plain(raw) : raw;
        return text.isBlank() ? null : new Cell(number ? Cell.Kind.NUMBER : Cell.Kind.TEXT, text, since1904);
    }

    private String shared(String index) {
        int at = whole(index, -1);
        if (at < 0 || at >= texts.size()) {
            throw new Problem(WorkbookProblem.WORKBOOK_UNREADABLE);
        }
        return texts.get(at);
    }

    /** 7.707083893E9 is what a spreadsheet makes of an INN. */
    private static String plain(String number) {
        var digits = number.strip();
        if (digits.isEmpty() || digits.length() > 40) {
            return digits;
        }
        try {
            var exact = new BigDecimal(digits).stripTrailingZeros();
            return Math.abs(exact.scale()) > 40 ? digits : exact.toPlainString();
        } catch (NumberFormatException nonsense) {
            throw new Problem(WorkbookProblem.WORKBOOK_UNREADABLE);
        }
    }

    private static int column(String place) {
        int column = 0;
        for (int i = 0; i < place.length() && Character.isLetter(place.charAt(i)); i++) {
            int letter = place.charAt(i) - 'A';
            if (letter < 0 || letter > 25 || i > 2) {
                throw new Problem(WorkbookProblem.WORKBOOK_UNREADABLE);
            }
            column = column * 26 + letter + 1;
        }
        return column - 1;
    }

    private static int whole(@Nullable String text, int otherwise) {
        if (text == null) {
            return otherwise;
        }
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException nonsense) {
            throw new Problem(WorkbookProblem.WORKBOOK_UNREADABLE);
        }
    }
}
