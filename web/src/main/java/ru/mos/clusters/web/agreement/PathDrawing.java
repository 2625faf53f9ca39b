package ru.mos.clusters.web.agreement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import ru.mos.clusters.agreement.PathStep;

/**
 * The way of co-financing: for each instalment two bars, the budget's money and the recipient's own, each with all before it,
 * so that the eye sees how far both have come. The frame is what is planned or needed, the fill what is paid or shown. Places
 * are in pixels and round; the table beside is exact.
 */
public record PathDrawing(int width, int height, List<Group> groups) {

    private static final int BAR = 52;
    private static final int BETWEEN = 8;
    private static final int GAP = 44;
    private static final int FULL = 180;
    private static final int TOP = 12;

    /** An instalment. */
    public record Group(int position, int x, List<Piece> pieces) {
        public int middle() {
            return x + BAR + BETWEEN / 2;
        }
    }

    /** A bar, frame or fill. */
    public record Piece(PathMeasure measure, BigDecimal amount, int x, int y, int wide, int high) {}

    static PathDrawing of(List<PathStep> path) {
        var most = most(path);
        var groups = new ArrayList<Group>();
        var planned = BigDecimal.ZERO;
        var paid = BigDecimal.ZERO;
        for (var step : path) {
            planned = planned.add(step.amount());
            paid = paid.add(step.paid());
            int x = GAP / 2 + groups.size() * (2 * BAR + BETWEEN + GAP);
            int second = x + BAR + BETWEEN;
            groups.add(new Group(
                    step.position(),
                    x,
                    List.of(
                            piece(PathMeasure.PLANNED, planned, most, x),
                            piece(PathMeasure.PAID, paid, most, x),
                            piece(PathMeasure.NEEDED, step.ownSoFar(), most, second),
                            piece(PathMeasure.EVIDENCED, step.evidencedSoFar(), most, second))));
        }
        return new PathDrawing(groups.size() * (2 * BAR + BETWEEN + GAP), TOP + FULL + 28, List.copyOf(groups));
    }

    /** What fills the whole height. */
    private static BigDecimal most(List<PathStep> path) {
        var most = path.stream().map(PathStep::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        for (var step : path) {
            most = most.max(step.ownSoFar()).max(step.evidencedSoFar());
        }
        return most.signum() == 0 ? BigDecimal.ONE : most;
    }

    private static Piece piece(PathMeasure measure, BigDecimal amount, BigDecimal most, int x) {
        int high = amount.multiply(BigDecimal.valueOf(FULL))
                .divide(most, 0, RoundingMode.HALF_UP)
                .intValueExact();
        return new Piece(measure, amount, x, TOP + FULL - high, BAR, high);
    }
}
