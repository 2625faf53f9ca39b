package ru.mos.clusters.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.platform.Problem;

/** The vectors of the rules for results that were missed. */
class PenaltyTest {

    private static final BigDecimal TENTH = new BigDecimal("0.1");
    private static final BigDecimal MILLION = new BigDecimal("1000000.00");

    private static MissedResult result(String fact, String plan) {
        return new MissedResult("R", new BigDecimal(plan), new BigDecimal(fact), false);
    }

    private static BigDecimal share(BigDecimal subsidy, BigDecimal coefficient, int all, MissedResult... results) {
        return Penalty.of(PenaltyForm.SHARE_OF_MISSED, subsidy, List.of(results), all, coefficient);
    }

    @Test
    void eighty_of_a_hundred_cost_a_fifth_of_a_tenth_or_of_a_twentieth() {
        assertThat(share(MILLION, TENTH, 1, result("80", "100"))).isEqualTo(new BigDecimal("20000.00"));
        assertThat(share(MILLION, new BigDecimal("0.05"), 1, result("80", "100")))
                .isEqualTo(new BigDecimal("10000.00"));
    }

    @Test
    void of_several_results_the_mean_shortfall_of_those_missed_counts_by_their_share() {
        assertThat(share(
                        new BigDecimal("3000000.00"),
                        TENTH,
                        3,
                        result("9", "10"),
                        result("4", "8"),
                        result("12", "10")))
                .isEqualTo(new BigDecimal("60000.00"));
    }

    @Test
    void what_is_reached_exactly_or_passed_costs_nothing_and_gives_nothing_back() {
        assertThat(share(MILLION, TENTH, 1, result("100", "100"))).isEqualTo(new BigDecimal("0.00"));
        assertThat(share(MILLION, TENTH, 1, result("120", "100"))).isEqualTo(new BigDecimal("0.00"));
        assertThat(share(MILLION, TENTH, 2, result("120", "100"), result("80", "100")))
                .isEqualTo(new BigDecimal("10000.00"));
    }

    @Test
    void each_result_by_itself_adds_up() {
        assertThat(Penalty.of(PenaltyForm.EACH_RESULT, MILLION, List.of(result("9", "10"), result("4", "8")), 3, TENTH))
                .isEqualTo(new BigDecimal("60000.00"));
    }

    @Test
    void where_less_is_better_what_is_more_than_promised_is_missed() {
        var lower = new MissedResult("COST", new BigDecimal("80"), new BigDecimal("100"), true);
        assertThat(share(MILLION, TENTH, 1, lower)).isEqualTo(new BigDecimal("20000.00"));
        assertThat(Penalty.isMissed(new MissedResult("COST", new BigDecimal("80"), BigDecimal.ZERO, true)))
                .as("none at all is best")
                .isFalse();
    }

    @Test
    void thirds_are_exact_and_half_a_kopeck_goes_up() {
        assertThat(share(new BigDecimal("0.30"), BigDecimal.ONE, 1, result("2", "3")))
                .isEqualTo(new BigDecimal("0.10"));
        assertThat(share(new BigDecimal("0.05"), TENTH, 1, result("0", "1"))).isEqualTo(new BigDecimal("0.01"));
        assertThat(share(new BigDecimal("0.04"), TENTH, 1, result("0", "1"))).isEqualTo(new BigDecimal("0.00"));
        assertThat(share(
                        new BigDecimal("100.00"),
                        BigDecimal.ONE,
                        3,
                        result("1", "3"),
                        result("1", "3"),
                        result("1", "3")))
                .isEqualTo(new BigDecimal("66.67"));
    }

    @Test
    void nothing_promised_is_no_measure() {
        assertThatThrownBy(() -> share(MILLION, TENTH, 1, result("1", "0"))).isInstanceOf(Problem.class);
    }
}
