package ru.mos.clusters.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.platform.Fraction;

class ExecutionLineTest {

    private static ExecutionLine line(
            @Nullable String subject, String limit, String committed, String paid, String lapsed) {
        var none = new BigDecimal("0.00");
        return new ExecutionLine(
                        "80704121234567890811",
                        subject,
                        none,
                        new BigDecimal(limit),
                        none,
                        none,
                        new BigDecimal(committed),
                        none,
                        new BigDecimal(paid),
                        none,
                        new BigDecimal(lapsed),
                        none,
                        none,
                        null)
                .withShare();
    }

    @Test
    void a_code_is_executed_by_what_is_paid_of_its_limits_exactly() {
        assertThat(line(null, "300.00", "0.00", "100.00", "0.00").executed()).isEqualTo(Fraction.of(1, 3));
        assertThat(line(null, "300.00", "0.00", "299.99", "0.00").executed()).isEqualTo(Fraction.of(29999, 30000));
        assertThat(line(null, "300.00", "0.00", "300.00", "0.00").executed()).isEqualTo(Fraction.ONE);
    }

    @Test
    void a_subject_is_executed_by_what_is_paid_of_all_that_was_set_apart_for_it_lapsed_or_not() {
        assertThat(line("A-1", "0.00", "75.00", "25.00", "0.00").executed()).isEqualTo(Fraction.of(1, 4));
        assertThat(line("A-1", "0.00", "0.00", "25.00", "75.00").executed()).isEqualTo(Fraction.of(1, 4));
    }

    @Test
    void of_nothing_there_is_no_share() {
        assertThat(line(null, "0.00", "0.00", "0.00", "0.00").executed()).isNull();
        assertThat(line("A-1", "0.00", "0.00", "0.00", "0.00").executed()).isNull();
    }
}
