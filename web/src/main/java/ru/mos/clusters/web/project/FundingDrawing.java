package ru.mos.clusters.web.project;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import ru.mos.clusters.project.FundingPath;
import ru.mos.clusters.project.FundingSource;

/**
 * The path of the budget's share: a bar of full height for each stage, cut by who pays, the budget at the foot, so that the
 * eye follows how it comes down. Places are in pixels and round; the table beside is exact.
 */
public record FundingDrawing(int width, int height, List<Bar> bars) {

    private static final int BAR = 96;
    private static final int GAP = 44;
    private static final int FULL = 200;
    private static final int TOP = 24;

    /** A stage. */
    public record Bar(FundingPath.Stage stage, int x, List<Piece> pieces) {
        public int middle() {
            return x + BAR / 2;
        }
    }

    /** What one source pays. */
    public record Piece(FundingSource source, BigDecimal amount, int x, int y, int wide, int high) {}

    static FundingDrawing of(FundingPath path) {
        var bars = new ArrayList<Bar>();
        for (var stage : path.stages()) {
            int x = GAP / 2 + bars.size() * (BAR + GAP);
            bars.add(new Bar(stage, x, pieces(new EnumMap<>(stage.sources()), stage.total(), x)));
        }
        return new FundingDrawing(bars.size() * (BAR + GAP), TOP + FULL + 28, List.copyOf(bars));
    }

    private static List<Piece> pieces(Map<FundingSource, BigDecimal> sources, BigDecimal total, int x) {
        var pieces = new ArrayList<Piece>();
        var below = BigDecimal.ZERO;
        for (var source : sources.entrySet()) {
            int foot = height(below, total);
            below = below.add(source.getValue());
            int head = height(below, total);
            pieces.add(new Piece(source.getKey(), source.getValue(), x, TOP + FULL - head, BAR, head - foot));
        }
        return pieces;
    }

    private static int height(BigDecimal part, BigDecimal total) {
        return part.multiply(BigDecimal.valueOf(FULL))
                .divide(total, 0, RoundingMode.HALF_UP)
                .intValueExact();
    }
}
