package ru.mos.clusters.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
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
    void decimals_of_any_scale_have_an_exact_quotient() {
        assertThat(Fraction.of(new BigDecimal("0.1"), new BigDecimal("3E+1"))).isEqualTo(Fraction.of(1, 300));
        assertThat(Fraction.of(new BigDecimal("2.50"), new BigDecimal("5"))).isEqualTo(Fraction.of(1, 2));
    }

    @Test
    void nothing_is_divided_by_nothing() {
        assertThatThrownBy(() -> THIRD.dividedBy(Fraction.ZERO)).isInstanceOf(Problem.class);
    }

    @Test
    void shares_too_muchfor_a_machine_number_are_in_lowest_terms_too() {
        for (int bits = 60; bits < 68; bits++) {
            var much = BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);

            for (var numerator : List.of(much, much.negate())) {
                var share = new Fraction(numerator.multiply(BigInteger.TEN), much.multiply(BigInteger.valueOf(-4)));

                assertThat(share).as(bits + " bits").isEqualTo(Fraction.of(numerator.signum() < 0 ? 5 : -5, 2));
            }
            assertThat(new Fraction(BigInteger.ZERO, much)).isEqualTo(Fraction.ZERO);
        }
    }
}
