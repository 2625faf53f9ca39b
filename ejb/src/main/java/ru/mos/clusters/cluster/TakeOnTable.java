package ru.mos.clusters.cluster;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.ProblemCode;
import ru.mos.clusters.platform.ProblemTexts;
import ru.mos.clusters.platform.Text;
import ru.mos.clusters.platform.workbook.Cell;
import ru.mos.clusters.platform.workbook.Sheet;

/** A sheet as it was filled in: which column is where, and what stands in its rows. What is wrong goes to a list. */
final class TakeOnTable {

    private final Sheet sheet;
    private final Map<TakeOnColumn, Integer> places = new EnumMap<>(TakeOnColumn.class);
    private final Map<TakeOnColumn, String> headings = new EnumMap<>(TakeOnColumn.class);
    private final List<Rejected> rejected;

    TakeOnTable(TakeOnSheet kind, Sheet sheet, List<Rejected> rejected) {
        this.sheet = sheet;
        this.rejected = rejected;
        if (!sheet.lines().isEmpty()) {
            readHeadings(kind, sheet.lines().get(0));
        }
    }

    private void readHeadings(TakeOnSheet kind, Sheet.Line line) {
        line.cells()
                .forEach((place, cell) -> kind.columns().stream()
                        .filter(column -> TakeOnSheet.LANGUAGES.stream()
                                .anyMatch(language -> TakeOnSheet.same(column.heading(language), cell.text())))
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
                                        new Problem(ClusterProblem.COLUMN_UNKNOWN, cell.text()))));
        kind.columns().stream()
                .filter(column -> column.isRequired() && !places.containsKey(column))
                .forEach(column -> reject(
                        line.number(),
                        null,
                        null,
                        new Problem(ClusterProblem.COLUMN_MISSING, column.heading(ProblemTexts.RUSSIAN))));
    }

    /** Rows below the headings; none where the headings are not all there. */
    List<Row> rows() {
        boolean complete = rejected.stream().noneMatch(place -> place.sheet().equals(sheet.name()));
        return !complete || sheet.lines().isEmpty()
                ? List.of()
                : sheet.lines().stream().skip(1).map(Row::new).toList();
    }

    private void reject(int row, @Nullable String heading, @Nullable Integer place, Problem problem) {
        var cell = place == null ? null : Sheet.letters(place) + row;
        rejected.add(new Rejected(sheet.name(), row, heading, cell, problem));
    }

    /** A filled row. What cannot be read is noted once and then missing. */
    final class Row {
        private final Sheet.Line line;
        private boolean sound = true;

        private Row(Sheet.Line line) {
            this.line = line;
        }

        int number() {
            return line.number();
        }

        /** Whether nothing in the row was refused so far. */
        boolean isSound() {
            return sound;
        }

        /** The cell read by a reader that throws a {@link Problem} on what it cannot use; null where it is empty. */
        <T> @Nullable T value(TakeOnColumn column, Function<Cell, T> reader) {
            var place = places.get(column);
            var cell = place == null ? null : line.cells().get(place);
            if (cell == null) {
                if (column.isRequired()) {
                    refuse(column, ClusterProblem.CELL_MISSING);
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
        @Nullable
        String text(TakeOnColumn column) {
            return value(column, cell -> Text.required(cell.plain(), column.heading(ProblemTexts.RUSSIAN)));
        }

        void refuse(TakeOnColumn column, ProblemCode code, Object... arguments) {
            refuse(column, new Problem(code, arguments));
        }

        void refuse(TakeOnColumn column, Problem problem) {
            sound = false;
            var heading = headings.getOrDefault(column, column.heading(ProblemTexts.RUSSIAN));
            reject(line.number(), heading, places.get(column), problem);
        }
    }

    /** Tables of the workbook's sheets, by what they are. */
    static Map<TakeOnSheet, TakeOnTable> of(List<Sheet> sheets, List<Rejected> rejected) {
        var tables = new EnumMap<TakeOnSheet, TakeOnTable>(TakeOnSheet.class);
        var unknown = new ArrayList<String>();
        for (var sheet : sheets) {
            var kind = TakeOnSheet.titled(sheet.name());
            if (kind.isEmpty()) {
                unknown.add(sheet.name());
            } else if (!kind.get().columns().isEmpty()) {
                tables.put(kind.get(), new TakeOnTable(kind.get(), sheet, rejected));
            }
        }
        unknown.forEach(name ->
                rejected.add(new Rejected(name, 0, null, null, new Problem(ClusterProblem.SHEET_UNKNOWN, name))));
        return tables;
    }
}
