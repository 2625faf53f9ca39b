package ru.mos.clusters.web.structure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The structure drawn: every box in its place, lines between them. Places are in units of the picture, which is scaled to
 * the page.
 *
 * @param boxes in reading order
 * @param links paths from who directs to whom
 * @param rails paths that join clusters of one agglomeration
 */
public record StructureDrawing(int width, int height, List<Box> boxes, List<Link> links, List<Rail> rails) {

    /**
     * A box.
     *
     * @param look its classes
     * @param says all that it shows, for whoever cannot see the picture
     * @param lines its text
     */
    public record Box(String look, String href, String says, int x, int y, int wide, int high, List<Line> lines) {

        /** Of the stripe at the left that shows the state. */
        public int stripe() {
            return 5;
        }
    }

    /** A line of text; {@code look} is its class. */
    public record Line(String look, int x, int y, String text) {}

    /** A line from one box to another. */
    public record Link(String look, String path) {}

    /** The line of an agglomeration, and where its clusters are tied to it. */
    public record Rail(String look, String path, List<Knot> knots) {}

    /** Where a cluster is tied to the line of its agglomeration. */
    public record Knot(int x, int y) {}

    /** So much of a text as fits. */
    static String fitting(@Nullable String text, int letters) {
        if (text == null || text.length() <= letters) {
            return text == null ? "" : text;
        }
        var cut = text.substring(0, letters - 1).stripTrailing();
        int word = cut.lastIndexOf(' ');
        return (word > letters / 2 ? cut.substring(0, word) : cut) + "…";
    }

    /** The text in lines of so many letters, broken between words; the last is cut if it must be. */
    static List<String> lines(String text, int letters, int most) {
        var lines = new java.util.ArrayList<String>();
        var rest = text.strip();
        while (!rest.isEmpty() && lines.size() < most) {
            if (rest.length() <= letters) {
                lines.add(rest);
                return lines;
            }
            if (lines.size() == most - 1) {
                lines.add(fitting(rest, letters));
                return lines;
            }
            int end = rest.lastIndexOf(' ', letters);
            int cut = end > 0 ? end : letters;
            lines.add(rest.substring(0, cut));
            rest = rest.substring(cut).strip();
        }
        return lines;
    }
}
