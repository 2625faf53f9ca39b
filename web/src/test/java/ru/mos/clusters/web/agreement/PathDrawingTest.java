package ru.mos.clusters.web.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.agreement.PathStep;

class PathDrawingTest {

    private static final int FOOT = 192;

    private static PathStep step(int position, String amount, String paid, String ownSoFar, String evidencedSoFar) {
        return new PathStep(
                position,
                position,
                LocalDate.of(2026, 6, 1),
                2026,
                new BigDecimal(amount),
                BigDecimal.ZERO,
                new BigDecimal(ownSoFar),
                BigDecimal.ZERO,
                new BigDecimal(evidencedSoFar),
                new BigDecimal(amount),
                new BigDecimal(paid),
                new BigDecimal(paid),
                null,
                null);
    }

    private static List<Integer> heights(PathDrawing drawing, int group) {
        return drawing.groups().get(group).pieces().stream()
                .map(PathDrawing.Piece::high)
                .toList();
    }

    @Test
    void every_bar_adds_its_instalment_to_all_before_it() {
        var drawing = PathDrawing.of(
                List.of(step(1, "100.00", "100.00", "50.00", "50.00"), step(2, "100.00", "0.00", "200.00", "100.00")));

        assertThat(heights(drawing, 0)).containsExactly(90, 90, 45, 45);
        assertThat(heights(drawing, 1)).containsExactly(180, 90, 180, 90);
        assertThat(drawing.groups())
                .allSatisfy(group -> assertThat(group.pieces())
                        .allSatisfy(piece -> assertThat(piece.y() + piece.high())
                                .as("all stand on the same foot")
                                .isEqualTo(FOOT)));
    }

    @Test
    void more_own_money_than_anybody_asked_for_still_fits() {
        var drawing = PathDrawing.of(List.of(step(1, "100.00", "0.00", "0.00", "400.00")));

        assertThat(heights(drawing, 0)).containsExactly(45, 0, 0, 180);
    }

    @Test
    void groups_stand_side_by_side_within_the_picture() {
        var drawing = PathDrawing.of(
                List.of(step(1, "1.00", "0.00", "0.00", "0.00"), step(2, "1.00", "0.00", "0.00", "0.00")));
        var first = drawing.groups().get(0);
        var second = drawing.groups().get(1);

        assertThat(first.pieces().get(3).x() + first.pieces().get(3).wide())
                .isLessThan(second.pieces().get(0).x());
        assertThat(second.pieces().get(3).x() + second.pieces().get(3).wide()).isLessThanOrEqualTo(drawing.width());
    }

    @Test
    void nothing_is_drawn_of_no_instalment() {
        assertThat(PathDrawing.of(List.of()).groups()).isEmpty();
    }
}
