package ru.mos.clusters.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathStepTest {

    private static final BigDecimal ZERO = new BigDecimal("0.00");

    @ParameterizedTest(name = "{2} of costs, {0} against {1}: {3}")
    @CsvSource({
        "600000.00, 600000.00, 1000000.00, 500000.00",
        "600000.00, 600000.00, 1000000.01, 500000.00",
        "600000.00, 600000.00, 1000000.02, 500000.01",
        "400000.00, 900000.00, 13.00, 4.00",
        "400000.00, 900000.00, 12.99, 3.99",
        "400000.00, 900000.00, 0.03, 0.00",
        "600000.00, 600000.00, 1199999.98, 599999.99",
        "600000.00, 600000.00, 1200000.00, 600000.00",
        "600000.00, 600000.00, 1200000.02, 600000.00",
        "600000.00, 0.00, 600000.01, 600000.00",
        "0.01, 9999999999999.98, 9999999999999.99, 0.01"
    })
    void costs_are_reimbursed_by_the_share_of_the_instalment_down_to_the_kopeck_and_up_to_the_instalment(
            BigDecimal amount, BigDecimal own, BigDecimal eligible, BigDecimal reimbursed) {
        var step = new PathStep(
                1, 1, LocalDate.of(2026, 6, 1), 2026, amount, own, own, ZERO, ZERO, null, ZERO, ZERO, null, null);

        assertThat(step.reimbursed(eligible)).isEqualTo(reimbursed);
    }
}
