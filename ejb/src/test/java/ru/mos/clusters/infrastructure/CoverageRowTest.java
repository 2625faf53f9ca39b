package ru.mos.clusters.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoverageRowTest {

    @ParameterizedTest(name = "of {0} needed {1} are offered to the sector and {2} to any: {3}, lacking {4}")
    @CsvSource({
        "100.00, 100.00, 0, COVERED, 0",
        "100.00, 99.99, 0, SHORT, 0.01",
        "100.00, 99.99, 0.01, WITH_SHARED, 0",
        "100.00, 0, 99.99, SHORT, 0.01",
        "0, 0, 0, COVERED, 0",
        "100, 100.0, 5, COVERED, 0"
    })
    void a_need_is_covered_by_its_own_offers_then_with_what_is_shared(
            BigDecimal needed, BigDecimal offered, BigDecimal shared, CoverageOutcome outcome, BigDecimal lacking) {
        var row = row(needed, offered, shared);

        assertThat(row.outcome()).isEqualTo(outcome);
        assertThat(row.lacking()).isEqualByComparingTo(lacking);
    }

    @Test
    void where_nobody_said_what_is_needed_nothing_is_said_of_what_is_offered() {
        var row = row(null, BigDecimal.TEN, BigDecimal.ONE);

        assertThat(row.outcome()).isEqualTo(CoverageOutcome.NEED_UNKNOWN);
        assertThat(row.lacking()).isZero();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"0, true", "-0.01, false", "0.01, true", "0.001, false", "999999999999.99, true", "1000000000000, false"
    })
    void an_amount_is_kept_exactly_or_refused(BigDecimal amount, boolean kept) {
        assertThat(Amounts.fits(amount)).isEqualTo(kept);
    }

    private static CoverageRow row(BigDecimal needed, BigDecimal offered, BigDecimal shared) {
        return new CoverageRow(
                "IT", "ИТ", "IT", "TESTING", "Испытания", "Tests", "шт.", "pcs", needed, null, offered, shared);
    }
}
