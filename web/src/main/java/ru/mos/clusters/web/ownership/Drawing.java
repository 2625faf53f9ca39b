package ru.mos.clusters.web.ownership;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Who holds whom, drawn: boxes in rows, owners above those they hold, and lines between them. Places are in pixels. */
public record Drawing(int width, int height, List<Box> boxes, List<Line> lines) {

    private static final int BOX_WIDTH = 204;
    private static final int BOX_HEIGHT = 64;
    private static final int GAP = 22;
    private static final int ROW_GAP = 34;
    private static final int LEVEL_GAP = 88;
    private static final int EDGE = 12;
    private static final int NAME_LENGTH = 23;
    private static final int NAME_LINES = 2;

    /**
     * A party to draw.
     *
     * @param look class of its kind
     * @param note what stands under the name
     * @param href where it leads; null for none
     * @param does what following it does, for whoever cannot see the picture
     * @param marked whether the picture is about it
     */
    public record Party(
            String id,
            String name,
            String look,
            String note,
            int level,
            @Nullable String href,
            String does,
            boolean marked) {}

    /** What one party is to another; {@code look} are the classes of the line. */
    public record Tie(String from, String to, String look, String label, String says) {}

    /** A party in its place; {@code names} are the lines of its name. */
    public record Box(Party party, int x, int y, List<Text> names, int noteY) {

        int middle() {
            return x + BOX_WIDTH / 2;
        }

        public int centre() {
            return middle();
        }

        public int wide() {
            return BOX_WIDTH;
        }

        public int high() {
            return BOX_HEIGHT;
        }

        /** Persons are drawn with round ends. */
        public int round() {
            return party.look().equals("PERSON") ? BOX_HEIGHT / 2 : 3;
        }
    }

    /** A line of letters. */
    public record Text(String letters, int y) {}

    /** A line between two boxes, and where its label stands. */
    public record Line(Tie tie, String path, int x, int y) {}

    /** @param perRow how many boxes fit side by side */
    static Drawing of(List<Party> parties, List<Tie> ties, int perRow) {
        var places = places(parties, ties, perRow);
        int width = places.values().stream()
                        .mapToInt(box -> box.x() + BOX_WIDTH)
                        .max()
                        .orElse(0)
                + EDGE;
        int height = places.values().stream()
                        .mapToInt(box -> box.y() + BOX_HEIGHT)
                        .max()
                        .orElse(0)
                + EDGE;
        boolean sameRow = ties.stream()
                .anyMatch(tie -> places.containsKey(tie.from())
                        && places.containsKey(tie.to())
                        && at(places, tie.from()).y() == at(places, tie.to()).y());
        return new Drawing(
                width, sameRow ? height + ROW_GAP : height, List.copyOf(places.values()), lines(ties, places));
    }

    private static Map<String, Box> places(List<Party> parties, List<Tie> ties, int perRow) {
        var levels = new TreeMap<Integer, List<Party>>();
        parties.forEach(party -> levels.computeIfAbsent(party.level(), level -> new ArrayList<>())
                .add(party));
        order(levels, ties);
        int widest = levels.values().stream()
                .mapToInt(level -> Math.min(perRow, level.size()))
                .max()
                .orElse(0);
        int whole = widest * BOX_WIDTH + (widest - 1) * GAP;
        var places = new java.util.LinkedHashMap<String, Box>();
        int y = EDGE;
        for (var level : levels.values()) {
            int rows = (level.size() + perRow - 1) / perRow;
            int inRow = (level.size() + rows - 1) / rows;
            for (int first = 0; first < level.size(); first += inRow) {
                var row = level.subList(first, Math.min(level.size(), first + inRow));
                int x = EDGE + (whole - row.size() * BOX_WIDTH - (row.size() - 1) * GAP) / 2;
                for (var party : row) {
                    places.put(party.id(), box(party, x, y));
                    x += BOX_WIDTH + GAP;
                }
                y += BOX_HEIGHT + ROW_GAP;
            }
            y += LEVEL_GAP - ROW_GAP;
        }
        return places;
    }

    /** From the middle outwards: each stands near those it is tied to, so that few lines cross. */
    private static void order(TreeMap<Integer, List<Party>> levels, List<Tie> ties) {
        var at = new HashMap<String, Integer>();
        levels.keySet().stream().sorted(Comparator.comparing(Math::abs)).forEach(level -> {
            var row = requireNonNull(levels.get(level));
            row.sort(Comparator.comparingInt(nearness(at, ties)));
            for (int i = 0; i < row.size(); i++) {
                at.put(row.get(i).id(), (2 * i + 1) * 1000 / (2 * row.size()));
            }
        });
    }

    private static ToIntFunction<Party> nearness(Map<String, Integer> at, List<Tie> ties) {
        return party -> (int) ties.stream()
                .map(tie -> tie.from().equals(party.id()) ? tie.to() : tie.to().equals(party.id()) ? tie.from() : "")
                .filter(at::containsKey)
                .mapToInt(at::get)
                .average()
                .orElse(500);
    }

    private static Box box(Party party, int x, int y) {
        var lines = wrapped(party.name());
        int first = y + (lines.size() == 1 ? 28 : 20);
        var names = new ArrayList<Text>();
        for (int i = 0; i < lines.size(); i++) {
            names.add(new Text(lines.get(i), first + 16 * i));
        }
        return new Box(party, x, y, names, y + (lines.size() == 1 ? 46 : 54));
    }

    /** A name in lines that fit into a box, its end left out where it does not. */
    static List<String> wrapped(String name) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : name.split(" ", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > NAME_LENGTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        var shown = new ArrayList<>(lines.subList(0, Math.min(lines.size(), NAME_LINES)));
        boolean cut = lines.size() > NAME_LINES;
        for (int i = 0; i < shown.size(); i++) {
            boolean last = i == shown.size() - 1;
            shown.set(i, shortened(shown.get(i), last && cut));
        }
        return shown;
    }

    private static String shortened(String line, boolean goesOn) {
        if (line.length() <= NAME_LENGTH && !goesOn) {
            return line;
        }
        return line.substring(0, Math.min(line.length(), NAME_LENGTH - 1)) + "…";
    }

    private static List<Line> lines(List<Tie> ties, Map<String, Box> places) {
        var drawn = ties.stream()
                .filter(tie -> places.containsKey(tie.from())
                        && places.containsKey(tie.to())
                        && !tie.from().equals(tie.to()))
                .toList();
        var ports = new Ports(drawn, places);
        return drawn.stream().map(tie -> line(tie, places, ports)).toList();
    }

    private static Box at(Map<String, Box> places, String id) {
        return requireNonNull(places.get(id));
    }

    private static Line line(Tie tie, Map<String, Box> places, Ports ports) {
        var from = at(places, tie.from());
        var to = at(places, tie.to());
        int x1 = ports.start(tie);
        int x2 = ports.end(tie);
        boolean down = from.y() < to.y();
        boolean level = from.y() == to.y();
        int y1 = down || level ? from.y() + BOX_HEIGHT : from.y();
        int y2 = down ? to.y() : to.y() + BOX_HEIGHT;
        int bend1 = level ? y1 + LEVEL_GAP / 2 : (y1 + y2) / 2;
        int bend2 = level ? y2 + LEVEL_GAP / 2 : (y1 + y2) / 2;
        int quarter = ports.quarter(tie);
        return new Line(
                tie,
                "M" + x1 + " " + y1 + "C" + x1 + " " + bend1 + " " + x2 + " " + bend2 + " " + x2 + " " + y2,
                curve(x1, x1, x2, x2, quarter),
                curve(y1, bend1, bend2, y2, quarter) + 4);
    }

    /** A point of a cubic curve, some quarters of the way along it. */
    private static int curve(int p0, int p1, int p2, int p3, int quarter) {
        int rest = 4 - quarter;
        return (rest * rest * rest * p0
                        + 3 * rest * rest * quarter * p1
                        + 3 * rest * quarter * quarter * p2
                        + quarter * quarter * quarter * p3)
                / 64;
    }

    /** Where lines leave and enter boxes: side by side, in the order of where they come from. */
    private static final class Ports {

        private final Map<Tie, Integer> starts = new HashMap<>();
        private final Map<Tie, Integer> ends = new HashMap<>();
        private final Map<String, Integer> out = new HashMap<>();
        private final Map<String, Integer> in = new HashMap<>();

        Ports(List<Tie> ties, Map<String, Box> places) {
            places.forEach((id, box) -> {
                var top = new ArrayList<Tie>();
                var bottom = new ArrayList<Tie>();
                for (var tie : ties) {
                    if (tie.from().equals(id)) {
                        (box.y() <= at(places, tie.to()).y() ? bottom : top).add(tie);
                    } else if (tie.to().equals(id)) {
                        (box.y() > at(places, tie.from()).y() ? top : bottom).add(tie);
                    }
                }
                spread(id, box, top, places);
                spread(id, box, bottom, places);
            });
            ties.forEach(tie -> {
                out.merge(tie.from(), 1, Integer::sum);
                in.merge(tie.to(), 1, Integer::sum);
            });
        }

        private void spread(String id, Box box, List<Tie> side, Map<String, Box> places) {
            side.sort(Comparator.comparingInt(tie ->
                    at(places, tie.from().equals(id) ? tie.to() : tie.from()).middle()));
            for (int i = 0; i < side.size(); i++) {
                int x = box.x() + BOX_WIDTH * (i + 1) / (side.size() + 1);
                (side.get(i).from().equals(id) ? starts : ends).put(side.get(i), x);
            }
        }

        int start(Tie tie) {
            return requireNonNull(starts.get(tie));
        }

        int end(Tie tie) {
            return requireNonNull(ends.get(tie));
        }

        /** Labels stand at the end with fewer lines, where they do not meet. */
        int quarter(Tie tie) {
            return Integer.signum(requireNonNull(out.get(tie.from())) - requireNonNull(in.get(tie.to()))) + 2;
        }
    }
}
