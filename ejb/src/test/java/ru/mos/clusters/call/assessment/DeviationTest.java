package ru.mos.clusters.call.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.call.CallTerms.Criterion;
import ru.mos.clusters.call.assessment.Deviation.Points;
import ru.mos.clusters.platform.Fraction;

class DeviationTest {

    private static final Fraction HALF = Fraction.of(1, 2);
    private static final List<Criterion> CRITERIA = List.of(
            new Criterion("NOVELTY", "Новизна", "Novelty", BigDecimal.ONE, 0, 10),
            new Criterion("SYNERGY", "Синергия", "Synergy", BigDecimal.ONE, 1, 5));

    private static List<Deviation> deviations(String criterion, int... points) {
        return Deviation.of(
                CRITERIA,
                IntStream.of(points).mapToObj(one -> new Points(criterion, one)).toList(),
                HALF);
    }

    @Test
    void a_spread_of_half_the_scale_is_discussed_and_a_point_less_is_not() {
        assertThat(deviations("NOVELTY", 3, 5, 8)).containsExactly(new Deviation("NOVELTY", 3, 8));
        assertThat(deviations("NOVELTY", 3, 5, 7)).isEmpty();
    }

    @Test
    void the_scale_is_from_the_least_to_the_most_points() {
        assertThat(deviations("SYNERGY", 1, 3)).hasSize(1);
        assertThat(deviations("SYNERGY", 2, 3)).isEmpty();
    }

    @Test
    void one_expert_deviates_from_nobody() {
        assertThat(deviations("NOVELTY", 10)).isEmpty();
        assertThat(deviations("NOVELTY")).isEmpty();
    }
}
