package ru.mos.clusters.dashboard;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of a board.
 *
 * @param line orders the lines and tells them apart; empty: all together
 * @param id by which the page of what it stands for is opened; null where it has none
 * @param code by which people know it, or the constant it stands for; null of none
 * @param nameRu null where the code says all
 * @param unitRu in which amounts are measured; null where there are none
 * @param figures of the board; null: nothing is known
 */
public record BoardLine(
        String line,
        BoardLineKind kind,
        @Nullable String id,
        @Nullable String code,
        @Nullable String nameRu,
        @Nullable String nameEn,
        @Nullable String unitRu,
        @Nullable String unitEn,
        Map<BoardFigure, @Nullable BigDecimal> figures) {

    /** @return null where it is not known */
    public @Nullable BigDecimal figure(BoardFigure figure) {
        return figures.get(figure);
    }
}
