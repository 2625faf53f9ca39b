package ru.mos.clusters.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FractionTest {

    private static final Fraction THIRD = Fraction.of(1, 3);
    private static final Fraction FIFTH = Fraction.of(1, 5);

    @Test
    void shares_add_subtract_multiply_and_divide_without_rounding() {
        assertThat(THIRD.plus(FIFTH)).isEqualTo(Fraction.of(8, 15));
        assertThat(THIRD.plus(THIRD).plus(THIRD)).isEqualTo(Fraction.ONE);
        assertThat(FIFTH.minus(THIRD)).isEqualTo(Fraction.of(-2, 15));
        assertThat(THIRD.times(FIFTH)).isEqualTo(Fraction.of(1, 15));
        assertThat(THIRD.dividedBy(FIFTH)).isEqualTo(Fraction.of(5, 3));
        assertThat(THIRD.minus(THIRD)).isEqualTo(Fraction.ZERO);
    }

    @Test
    void a_threshold_is_exceeded_by_more_and_not_by_as_much() {
        var alittle = Fraction.of(1, 1_000_000_000_000L);

        assertThat(FIFTH.exceeds(FIFTH)).isFalse();
        assertThat(FIFTH.plus(alittle).exceeds(FIFTH)).isTrue();
        assertThat(FIFTH.minus(alittle).exceeds(FIFTH)).isFalse();
    }

    @Test
    void nothing_is_divided_by_nothing() {
        assertThatThrownBy(() -> THIRD.dividedBy(Fraction.ZERO)).isInstanceOf(Problem.class);
    }
}
