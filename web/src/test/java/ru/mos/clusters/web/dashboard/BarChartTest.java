package ru.mos.clusters.web.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class BarChartTest {

    private static BarChart.Figure figure(int pattern, String value) {
        return new BarChart.Figure(pattern, "n", new BigDecimal(value), value);
    }

    @Test
    void pieces_follow_each_other_without_a_gap_and_the_longest_bar_is_the_measure_of_all() {
        var longest = new BarChart.Stack("a", List.of(figure(0, "1"), figure(1, "1"), figure(2, "1")), "3", null);
        var half = new BarChart.Stack("b", List.of(figure(0, "1.5")), "1.5", new BigDecimal("3"));
        var chart = BarChart.of(List.of(longest, half), List.of(), null);

        var pieces = chart.bars().get(0).pieces();
        assertThat(pieces).hasSize(3);
        assertThat(pieces.get(1).x())
                .isEqualTo(pieces.get(0).x() + pieces.get(0).wide());
        assertThat(pieces.get(2).x())
                .isEqualTo(pieces.get(1).x() + pieces.get(1).wide());
        int whole = pieces.stream().mapToInt(BarChart.Piece::wide).sum();
        assertThat(chart.bars().get(1).pieces().get(0).wide()).isEqualTo(whole / 2);
        assertThat(chart.bars().get(1).mark())
                .isEqualTo(pieces.get(2).x() + pieces.get(2).wide());
        assertThat(chart.bars().get(1).end()).isGreaterThan(chart.bars().get(1).mark());
    }

    @Test
    void nothing_and_less_than_nothing_take_no_room_and_a_figure_without_room_is_left_to_its_title() {
        var chart = BarChart.of(
                List.of(new BarChart.Stack(
                        "a", List.of(figure(0, "0"), figure(1, "-5"), figure(2, "1000000")), "x", null)),
                List.of(),
                new BigDecimal("100000000"));
        assertThat(chart.bars().get(0).pieces()).singleElement().satisfies(piece -> {
            assertThat(piece.pattern()).isEqualTo(2);
            assertThat(piece.says()).isEmpty();
            assertThat(piece.title()).isEqualTo("n: 1000000");
        });
        assertThat(chart.height()).isPositive();
    }
}
