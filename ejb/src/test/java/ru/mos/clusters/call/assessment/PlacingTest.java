package ru.mos.clusters.call.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.call.CallTerms.Criterion;
import ru.mos.clusters.call.TieBreak;
import ru.mos.clusters.platform.Fraction;

class PlacingTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    private static final List<Criterion> CRITERIA = List.of(
            new Criterion("NOVELTY", "Новизна", "Novelty", new BigDecimal("0.6"), 0, 10),
            new Criterion("SYNERGY", "Синергия", "Synergy", new BigDecimal("0.4"), 0, 10));

    private final List<Contestant> contestants = new ArrayList<>();
    private TieBreak tieBreak = TieBreak.EARLIER_SUBMITTED;
    private boolean eligibleFirst;
    private String money = "1000.00";
    private CutRule cut = CutRule.STRICT;

    private void contestant(
            String number, long novelty, long synergy, String asked, int minutes, Fraction share, boolean eligible) {
        contestants.add(new Contestant(
                UUID.randomUUID(),
                number,
                "Проект",
                eligible,
                Map.of("NOVELTY", novelty, "SYNERGY", synergy),
                3,
                MONDAY.plusSeconds(60L * minutes),
                new BigDecimal(asked),
                share,
                false));
    }

    private void contestant(String number, long novelty, long synergy, String asked) {
        contestant(number, novelty, synergy, asked, contestants.size(), Fraction.of(1, 2), true);
    }

    private List<Ranked> ranked() {
        return Placing.of(
                contestants,
                new Contention(
                        CRITERIA,
                        new BigDecimal("5"),
                        3,
                        tieBreak,
                        "NOVELTY",
                        eligibleFirst,
                        new BigDecimal(money),
                        cut));
    }

    private List<String> numbers() {
        return ranked().stream().map(Ranked::number).toList();
    }

    private Map<String, Standing> standings() {
        var standings = new java.util.LinkedHashMap<String, Standing>();
        ranked().forEach(one -> standings.put(one.number(), one.standing()));
        return standings;
    }

    @Test
    void a_score_is_the_sum_of_weight_times_mean_and_never_rounded() {
        contestant("З-1", 25, 10, "1.00");

        var one = ranked().get(0);

        assertThat(one.score()).isEqualTo(Fraction.of(19, 3)); // 0.6 × 25/3 + 0.4 × 10/3
        assertThat(one.means())
                .containsEntry("NOVELTY", Fraction.of(25, 3))
                .containsEntry("SYNERGY", Fraction.of(10, 3));
    }

    @Test
    void exactly_the_minimum_is_reached_and_a_point_less_is_below_it() {
        contestant("З-1", 15, 15, "1.00");
        contestant("З-2", 14, 15, "1.00");
        contestant("З-3", 15, 14, "1.00");

        assertThat(standings())
                .containsEntry("З-1", Standing.WITHIN_MONEY)
                .containsEntry("З-2", Standing.BELOW_MINIMUM)
                .containsEntry("З-3", Standing.BELOW_MINIMUM);
    }

    @Test
    void who_is_not_scored_by_enough_has_no_place_and_takes_no_money() {
        contestants.add(new Contestant(
                UUID.randomUUID(),
                "З-1",
                "Проект",
                true,
                Map.of("NOVELTY", 20L, "SYNERGY", 20L),
                2,
                MONDAY,
                new BigDecimal("1000.00"),
                Fraction.ONE,
                false));
        contestant("З-2", 18, 18, "1000.00");

        assertThat(numbers()).containsExactly("З-2", "З-1");
        assertThat(standings()).containsEntry("З-1", Standing.INCOMPLETE).containsEntry("З-2", Standing.WITHIN_MONEY);
        assertThat(ranked().get(1).place()).isNull();
    }

    @Test
    void who_meets_the_conditions_comes_first_only_where_the_call_gives_priority() {
        contestant("З-1", 30, 30, "1.00", 1, Fraction.ONE, false);
        contestant("З-2", 15, 15, "1.00", 2, Fraction.ONE, true);

        assertThat(numbers()).containsExactly("З-1", "З-2");
        eligibleFirst = true;
        assertThat(numbers()).containsExactly("З-2", "З-1");
    }

    @Test
    void priority_does_not_lift_anybody_over_the_minimum() {
        contestant("З-1", 30, 30, "1.00", 1, Fraction.ONE, false);
        contestant("З-2", 3, 3, "1.00", 2, Fraction.ONE, true);
        eligibleFirst = true;

        assertThat(numbers()).containsExactly("З-1", "З-2");
        assertThat(standings()).containsEntry("З-2", Standing.BELOW_MINIMUM);
    }

    @Nested
    class Of_equal_scores {

        @Test
        void the_earlier_one_comes_first() {
            contestant("З-1", 18, 18, "1.00", 2, Fraction.ONE, true);
            contestant("З-2", 18, 18, "1.00", 1, Fraction.ONE, true);

            assertThat(numbers()).containsExactly("З-2", "З-1");
            assertThat(ranked()).extracting(Ranked::place).containsExactly(1, 2);
        }

        @Test
        void the_one_with_more_points_by_the_criterion_comes_first() {
            tieBreak = TieBreak.HIGHER_BY_CRITERION;
            contestant("З-1", 18, 21, "1.00"); // 0.6 × 6 + 0.4 × 7 = 6.4
            contestant("З-2", 20, 18, "1.00"); // 0.6 × 20/3 + 0.4 × 6 = 6.4

            assertThat(ranked()).extracting(Ranked::score).containsOnly(Fraction.of(32, 5));
            assertThat(numbers()).containsExactly("З-2", "З-1");
        }

        @Test
        void the_one_with_the_lower_share_of_the_budget_comes_first() {
            tieBreak = TieBreak.LOWER_BUDGET_SHARE;
            contestant("З-1", 18, 18, "1.00", 1, Fraction.of(1, 2), true);
            contestant("З-2", 18, 18, "1.00", 2, Fraction.of(1, 3), true);

            assertThat(numbers()).containsExactly("З-2", "З-1");
        }

        @Test
        void they_share_a_place_where_the_commission_votes_and_the_next_place_is_left_out() {
            tieBreak = TieBreak.COMMISSION_VOTE;
            contestant("З-1", 18, 18, "1.00");
            contestant("З-2", 18, 18, "1.00");
            contestant("З-3", 17, 18, "1.00");

            assertThat(ranked()).extracting(Ranked::place).containsExactly(1, 1, 3);
            assertThat(standings().values()).containsOnly(Standing.WITHIN_MONEY);
        }

        @Test
        void the_vote_decides_where_the_money_suffices_for_some_of_them_only_and_nothing_is_said_of_those_below() {
            tieBreak = TieBreak.COMMISSION_VOTE;
            contestant("З-1", 18, 18, "600.00");
            contestant("З-2", 18, 18, "600.00");
            contestant("З-3", 17, 18, "100.00");
            cut = CutRule.FILL;

            assertThat(standings())
                    .containsEntry("З-1", Standing.TIED)
                    .containsEntry("З-2", Standing.TIED)
                    .containsEntry("З-3", Standing.RESERVE);
        }

        @Test
        void they_wait_together_where_the_money_suffices_for_none() {
            tieBreak = TieBreak.COMMISSION_VOTE;
            money = "500.00";
            contestant("З-1", 18, 18, "600.00");
            contestant("З-2", 18, 18, "600.00");

            assertThat(standings().values()).containsOnly(Standing.RESERVE);
        }
    }

    @Nested
    class The_money {

        @Test
        void suffices_to_the_last_kopeck() {
            contestant("З-1", 20, 20, "999.99");
            contestant("З-2", 19, 19, "0.01");

            assertThat(standings().values()).containsOnly(Standing.WITHIN_MONEY);
        }

        @Test
        void does_not_suffice_for_a_kopeck_more() {
            contestant("З-1", 20, 20, "999.99");
            contestant("З-2", 19, 19, "0.02");

            assertThat(standings()).containsEntry("З-1", Standing.WITHIN_MONEY).containsEntry("З-2", Standing.RESERVE);
        }

        @Test
        void is_given_to_nobody_below_who_waits_unless_the_rule_fills_up() {
            contestant("З-1", 20, 20, "900.00");
            contestant("З-2", 19, 19, "200.00");
            contestant("З-3", 18, 18, "100.00");

            assertThat(standings()).containsEntry("З-2", Standing.RESERVE).containsEntry("З-3", Standing.RESERVE);
            cut = CutRule.FILL;
            assertThat(standings()).containsEntry("З-2", Standing.RESERVE).containsEntry("З-3", Standing.WITHIN_MONEY);
        }

        @Test
        void is_not_taken_by_who_was_refused() {
            contestants.add(new Contestant(
                    UUID.randomUUID(),
                    "З-1",
                    "Проект",
                    true,
                    Map.of("NOVELTY", 30L, "SYNERGY", 30L),
                    3,
                    MONDAY,
                    new BigDecimal("1000.00"),
                    Fraction.ONE,
                    true));
            contestant("З-2", 18, 18, "1000.00");

            assertThat(standings()).containsEntry("З-1", Standing.REFUSED).containsEntry("З-2", Standing.WITHIN_MONEY);
        }
    }

    @Test
    void two_thousand_are_placed_within_the_time_of_a_page() {
        tieBreak = TieBreak.HIGHER_BY_CRITERION;
        for (int at = 0; at < 2000; at++) {
            contestant("З-" + at, at % 31, (at * 7) % 31, "1.00");
        }
        long from = System.nanoTime();

        assertThat(ranked()).hasSize(2000);

        assertThat(System.nanoTime() - from).isLessThan(2_000_000_000L);
    }
}
