package ru.mos.clusters.opendata;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Which numbers of a table with sums are not told, so that none of fewer than a few persons is told nor can be worked out from the
 * others.
 *
 * <p>Rows and columns, the sums among them, are the ends of a graph, its edges the cells that are not told. A cell can be worked out
 * exactly if, and only if, it is on no circle of that graph: so for each small cell the cheapest circle is closed, over cells that
 * are not told anyway where possible. What one row or column hides is more than a few persons together.
 */
final class Suppression {

    private static final long OF_NOBODY = 1_000_000_000_000L;

    private final long[][] table;
    private final int least;
    private final Set<Cell> hidden = new HashSet<>();

    private record Cell(int row, int column) {}

    /** How far an end of the graph is from where the way begins, and over which cell it was reached. */
    private record Reached(int end, long cost) {}

    /**
     * @param table of rows and columns without their sums
     * @param least number of persons that is told
     */
    Suppression(long[][] table, int least) {
        this.table = withSums(table);
        this.least = least;
        hide();
    }

    /** Whether the number is told; the row or column after the last holds sums. */
    boolean isTold(int row, int column) {
        return !hidden.contains(new Cell(row, column));
    }

    /** The number, sums included. */
    long number(int row, int column) {
        return table[row][column];
    }

    private static long[][] withSums(long[][] inner) {
        int rows = inner.length;
        int columns = rows == 0 ? 0 : inner[0].length;
        var all = new long[rows + 1][columns + 1];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                all[row][column] = inner[row][column];
                all[row][columns] += inner[row][column];
                all[rows][column] += inner[row][column];
                all[rows][columns] += inner[row][column];
            }
        }
        return all;
    }

    private void hide() {
        for (int row = 0; row < table.length; row++) {
            for (int column = 0; column < table[row].length; column++) {
                if (table[row][column] > 0 && table[row][column] < least) {
                    hidden.add(new Cell(row, column));
                }
            }
        }
        boolean more = true;
        while (more) {
            more = false;
            for (var cell : sorted()) {
                more |= closeCircle(cell);
            }
            for (int line = 0; line < table.length + table[0].length; line++) {
                more |= hideEnough(line);
            }
        }
    }

    private List<Cell> sorted() {
        return hidden.stream()
                .sorted(Comparator.comparingInt(Cell::row).thenComparingInt(Cell::column))
                .toList();
    }

    /** What a line hides among its parts must not be a small number itself: its sum, if told, gives it away. */
    private boolean hideEnough(int line) {
        var cells = line(line);
        var parts = cells.subList(0, cells.size() - 1);
        long together =
                parts.stream().filter(hidden::contains).mapToLong(this::number).sum();
        if (together == 0 || together >= least || hidden.contains(cells.get(cells.size() - 1))) {
            return false;
        }
        var next = cells.stream()
                .filter(cell -> !hidden.contains(cell))
                .min(Comparator.comparingLong(this::cost))
                .orElseThrow();
        return hidden.add(next);
    }

    /** Rows first, then columns; the sum last. */
    private List<Cell> line(int line) {
        var cells = new ArrayList<Cell>();
        if (line < table.length) {
            for (int column = 0; column < table[line].length; column++) {
                cells.add(new Cell(line, column));
            }
        } else {
            for (int row = 0; row < table.length; row++) {
                cells.add(new Cell(row, line - table.length));
            }
        }
        return cells;
    }

    private long number(Cell cell) {
        return table[cell.row()][cell.column()];
    }

    /** What it costs the reader not to be told. Hiding that there is nobody hides next to nothing, so that comes last. */
    private long cost(Cell cell) {
        return hidden.contains(cell) ? 0 : number(cell) == 0 ? OF_NOBODY : number(cell);
    }

    /** Hides the cells of the cheapest way from the cell's row to its column that does not go over the cell itself. */
    private boolean closeCircle(Cell cell) {
        int ends = table.length + table[0].length;
        var costs = new long[ends];
        var over = new Cell[ends];
        java.util.Arrays.fill(costs, Long.MAX_VALUE);
        costs[cell.row()] = 0;
        var next = new PriorityQueue<>(Comparator.comparingLong(Reached::cost));
        next.add(new Reached(cell.row(), 0));
        while (!next.isEmpty()) {
            var at = next.poll();
            if (at.cost() > costs[at.end()]) {
                continue;
            }
            for (var way : line(at.end())) {
                int to = at.end() < table.length ? table.length + way.column() : way.row();
                long cost = at.cost() + cost(way);
                if (!way.equals(cell) && cost < costs[to]) {
                    costs[to] = cost;
                    over[to] = way;
                    next.add(new Reached(to, cost));
                }
            }
        }
        boolean more = false;
        for (int end = table.length + cell.column(); end != cell.row(); ) {
            var way = over[end];
            if (way == null) {
                return more; // a table of one cell: its sums say the same and are hidden as it is
            }
            more |= hidden.add(way);
            end = end < table.length ? table.length + way.column() : way.row();
        }
        return more;
    }
}
