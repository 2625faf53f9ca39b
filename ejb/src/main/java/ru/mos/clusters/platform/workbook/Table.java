package ru.mos.clusters.platform.workbook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.ProblemCode;
import ru.mos.clusters.platform.ProblemTexts;
import ru.mos.clusters.platform.Text;

/**
 * A sheet as it was filled in: which column is where, and what stands in its rows. What is wrong is noted.
 *
 * @param <C> its columns
 */
public final class Table<C extends Column> {

    private final Sheet sheet;
    private final Map<C, Integer> places = new HashMap<>();
    private final Map<C, String> headings = new HashMap<>();
    private final Rejections rejections;

    public Table(List<C> columns, Sheet sheet, Rejections rejections) {
        this.sheet = sheet;
        this.rejections = rejections;
        if (!sheet.lines().isEmpty()) {
            readHeadings(columns, sheet.lines().get(0));
        }
    }

    private void readHeadings(List<C> columns, Sheet.Line line) {
        line.cells()
                .forEach((place, cell) -> columns.stream()
                        .filter(column -> Words.LANGUAGES.stream()
                                .anyMatch(language -> Words.same(column.heading(language), cell.text())))
                        .findFirst()
                        .ifPresentOrElse(
                                column -> {
                                    places.putIfAbsent(column, place);
                                    headings.putIfAbsent(column, cell.text().strip());
                                },
                                () -> reject(
                                        line.number(),
                                        null,
                                        place,
                                        new Problem(WorkbookProblem.COLUMN_UNKNOWN, cell.text()))));
        columns.stream()
                .filter(column -> column.isRequired() && !places.containsKey(column))
                .forEach(column -> reject(
                        line.number(),
                        null,
                        null,
                        new Problem(WorkbookProblem.COLUMN_MISSING, column.heading(ProblemTexts.RUSSIAN))));
    }

    /** Rows below the headings; none where the headings are not all there. */
    public List<Row> rows() {
        return rejections.concern(sheet.name()) || sheet.lines().isEmpty()
                ? List.of()
                : sheet.lines().stream().skip(1).map(Row::new).toList();
    }

    private void reject(int row, @Nullable String heading, @Nullable Integer place, Problem problem) {
        var cell = place == null ? null : Sheet.letters(place) + row;
        rejections.add(new Rejected(sheet.name(), row, heading, cell, problem));
    }

    /** A filled row. What cannot be read is noted once and then missing. */
    public final class Row {
        private final Sheet.Line line;
        private boolean sound = true;

        private Row(Sheet.Line line) {
            this.line = line;
        }

        /** As people see it, from 1. */
        public int number() {
            return line.number();
        }

        /** Whether nothing in the row was refused so far. */
        public boolean isSound() {
            return sound;
        }

        /** The cell read by a reader that throws a {@link Problem} on what it cannot use; null where it is empty. */
        public <T> @Nullable T value(C column, Function<Cell, T> reader) {
            var place = places.get(column);
            var cell = place == null ? null : line.cells().get(place);
            if (cell == null) {
                if (column.isRequired()) {
                    refuse(column, WorkbookProblem.CELL_MISSING);
                }
                return null;
            }
            try {
                return reader.apply(cell);
            } catch (Problem problem) {
                refuse(column, problem);
                return null;
            }
        }

        /** Text of the cell without blanks around it. */
        public @Nullable String text(C column) {
            return value(column, cell -> Text.required(cell.plain(), column.heading(ProblemTexts.RUSSIAN)));
        }

        /** Notes what is wrong with a cell. */
        public void refuse(C column, ProblemCode code, Object... arguments) {
            refuse(column, new Problem(code, arguments));
        }

        /** The same. */
        public void refuse(C column, Problem problem) {
            sound = false;
            var heading = headings.getOrDefault(column, column.heading(ProblemTexts.RUSSIAN));
            reject(line.number(), heading, places.get(column), problem);
        }

        /** Notes what is wrong with the row as a whole. */
        public void refuse(Problem problem) {
            sound = false;
            reject(line.number(), null, null, problem);
        }
    }
}
