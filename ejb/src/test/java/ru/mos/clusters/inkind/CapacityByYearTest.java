package ru.mos.clusters.inkind;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CapacityByYearTest {

    @Test
    void an_amount_within_a_year_falls_to_it_whole() {
        assertThat(CapacityByYear.ofAmount(hundredths("100"), day("2026-12-31"), day("2026-12-31")))
                .isEqualTo(Map.of(2026, hundredths("100")));
    }

    @Test
    void an_amount_over_new_year_is_split_by_days_and_no_hundredth_is_lost() {
        var shares = CapacityByYear.ofAmount(hundredths("10"), day("2025-12-31"), day("2026-01-02"));

        assertThat(shares).isEqualTo(Map.of(2025, hundredths("3.33"), 2026, hundredths("6.67")));
    }

    @Test
    void an_area_takes_all_of_a_whole_year_and_a_day_more_takes_a_day_of_the_next() {
        assertThat(CapacityByYear.ofArea(hundredths("365"), day("2026-01-01"), day("2026-12-31")))
                .isEqualTo(Map.of(2026, hundredths("365")));
        assertThat(CapacityByYear.ofArea(hundredths("365"), day("2026-12-31"), day("2027-01-01")))
                .isEqualTo(Map.of(2026, hundredths("1"), 2027, hundredths("1")));
        assertThat(CapacityByYear.ofArea(hundredths("366"), day("2028-02-29"), day("2028-02-29")))
                .isEqualTo(Map.of(2028, hundredths("1")));
    }

    @Test
    void the_smallest_area_is_not_held_for_free() {
        assertThat(CapacityByYear.ofArea(hundredths("0.01"), day("2026-05-01"), day("2026-05-01")))
                .isEqualTo(Map.of(2026, hundredths("0.01")));
    }

    private static BigDecimal hundredths(String number) {
        return new BigDecimal(number).setScale(2);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
