package ru.mos.clusters.web.dashboard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Bars that lie one below the other, each with its name before and its figures in or behind it, so that nobody needs the colours:
 * every series has a pattern of its own. Places are in pixels and round; the table beside is exact.
 *
 * @param keys of the series, in the order of the pieces
 */
public record BarChart(int width, int height, List<Bar> bars, List<Key> keys) {

    private static final int WIDTH = 1030;
    private static final int NAMES = 300;
    private static final int LETTERS = 38;
    private static final int FULL = 500;
    private static final int BAR = 20;
    private static final int GAP = 8;
    private static final int LETTER = 8;

    /** Most bars in one picture; the table has all. */
    public static final int MOST = 15;

    /** What is shown in the same pattern. */
    public record Key(int pattern, String name) {}

    /**
     * A bar.
     *
     * @param name empty where it belongs to the name above
     * @param mark where something else is to be compared; null: nowhere
     */
    public record Bar(
            String name,
            int y,
            List<Piece> pieces,
            String says,
            int end,
            @Nullable Integer mark) {
        public int high() {
            return BAR;
        }

        /** The line of the letters. */
        public int foot() {
            return y + BAR - 5;
        }

        public int names() {
            return NAMES - 10;
        }
    }

    /** A piece of a bar; says nothing where there is no room for it. */
    public record Piece(int pattern, int x, int wide, String title, String says) {
        public int middle() {
            return x + wide / 2;
        }

        /** Of the ground that its figure stands on. */
        public int ground() {
            return says.length() * LETTER + 4;
        }
    }

    /** A figure of a bar, with its words. */
    record Figure(int pattern, String name, @Nullable BigDecimal value, String says) {
        BigDecimal length() {
            return value == null ? BigDecimal.ZERO : value.max(BigDecimal.ZERO);
        }
    }

    /**
     * All figures of a thing in one bar, one behind the other.
     *
     * @param behind what stands behind the bar
     * @param mark a figure to compare the bar with, such as a plan
     */
    record Stack(
            String name,
            List<Figure> figures,
            String behind,
            @Nullable BigDecimal mark) {
        BigDecimal length() {
            return figures.stream().map(Figure::length).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    static BarChart of(List<Stack> stacks, List<Key> keys, @Nullable BigDecimal full) {
        var longest = full != null
                ? full
                : stacks.stream()
                        .map(stack -> stack.mark() == null
                                ? stack.length()
                                : stack.length().max(stack.mark()))
                        .reduce(BigDecimal.ONE, BigDecimal::max);
        Function<BigDecimal, Integer> pixels = value -> value.multiply(BigDecimal.valueOf(FULL))
                .divide(longest, 0, RoundingMode.HALF_UP)
                .intValueExact();
        var bars = new ArrayList<Bar>();
        int y = GAP;
        for (var stack : stacks) {
            if (!stack.name().isEmpty() && !bars.isEmpty()) {
                y += GAP;
            }
            var pieces = new ArrayList<Piece>();
            var before = BigDecimal.ZERO;
            for (var figure : stack.figures()) {
                int from = pixels.apply(before);
                before = before.add(figure.length());
                int wide = pixels.apply(before) - from;
                if (wide > 0) {
                    boolean fits =
                            stack.figures().size() > 1 && wide >= figure.says().length() * LETTER + 10;
                    pieces.add(new Piece(
                            figure.pattern(),
                            NAMES + from,
                            wide,
                            figure.name() + ": " + figure.says(),
                            fits ? figure.says() : ""));
                }
            }
            int end = NAMES + pixels.apply(before);
            Integer mark = stack.mark() == null ? null : Integer.valueOf(NAMES + pixels.apply(stack.mark()));
            bars.add(new Bar(
                    cut(stack.name()),
                    y,
                    List.copyOf(pieces),
                    stack.behind(),
                    mark == null ? end + 6 : Math.max(end, mark) + 6,
                    mark));
            y += BAR;
        }
        return new BarChart(WIDTH, y + GAP, List.copyOf(bars), keys);
    }

    private static String cut(String name) {
        return name.length() <= LETTERS ? name : name.substring(0, LETTERS - 1).stripTrailing() + "…";
    }
}
