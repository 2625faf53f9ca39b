package ru.mos.clusters.web.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;

class SharesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "33,3333 | 333333 | 1000000",
                "33.3333 | 333333 | 1000000",
                "25 % | 1 | 4",
                "1/3 | 1 | 3",
                " 2 / 6 | 1 | 3",
                "0 | 0 | 1",
                "100 | 1 | 1"
            })
    void a_share_is_taken_exactly_as_it_is_typed(String typed, long numerator, long denominator) {
        assertThat(Shares.read(typed)).isEqualTo(Fraction.of(numerator, denominator));
    }

    @ParameterizedTest
    @ValueSource(strings = {"треть", "-1", "1,2,3", "1/", "1e2", "%", "33,"})
    void what_is_no_share_is_refused(String typed) {
        assertThatThrownBy(() -> Shares.read(typed))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo(OwnershipScreenProblem.SHARE_UNREADABLE));
    }

    @Test
    void a_part_of_nothing_is_refused() {
        assertThatThrownBy(() -> Shares.read("1/0"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo(PlatformProblem.FRACTION_DENOMINATOR_ZERO));
    }
}
