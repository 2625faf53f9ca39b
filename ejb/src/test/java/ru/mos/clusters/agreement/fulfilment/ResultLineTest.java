package ru.mos.clusters.agreement.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.mos.clusters.agreement.AgreementTerms.Target;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.Paper;

class ResultLineTest {

    private static final LocalDate DUE = LocalDate.of(2026, 12, 31);

    private static Target target(String plan) {
        return new Target("OUTPUT", BigDecimal.ZERO, new BigDecimal(plan), DUE);
    }

    private static FulfilmentView fact(String code, String value, LocalDate on, FulfilmentState state) {
        return new FulfilmentView(
                new UUID(0, on.toEpochDay()),
                1,
                new UUID(0, 1),
                FulfilmentKind.RESULT,
                code,
                new BigDecimal(value),
                on,
                null,
                new Paper("Отчёт", null, on),
                state,
                "applicant",
                null,
                null,
                1,
                false);
    }

    private static FulfilmentView accepted(String value, LocalDate on) {
        return fact("OUTPUT", value, on, FulfilmentState.ACCEPTED);
    }

    @ParameterizedTest(name = "{1} of {0} reached, less is better: {2}")
    @CsvSource({
        "100, 99.999999, false, false, 99999999/100000000",
        "100, 100, false, true, 1/1",
        "100, 120, false, true, 6/5",
        "3, 1, false, false, 1/3",
        "10, 10, true, true, 1/1",
        "10, 10.000001, true, false, 10000000/10000001",
        "10, 40, true, false, 1/4",
        "10, 0, true, true,",
        "0, 5, false, true,",
        "0, 5, true, false, 0/1",
        "0, 0, true, true,"
    })
    void a_plan_is_reached_by_as_much_and_missed_by_the_least_less(
            String plan, String value, boolean less, boolean reached, String share) {
        var line = ResultLine.of(target(plan), less, List.of(accepted(value, DUE)), DUE);

        assertThat(line.reached()).isEqualTo(reached);
        assertThat(line.share() == null ? null : line.share().toString()).isEqualTo(share);
    }

    @Test
    void a_plan_is_overdue_from_the_day_after_its_day_on_until_it_is_reached() {
        var missed = List.of(accepted("99", DUE));

        assertThat(ResultLine.of(target("100"), false, missed, DUE).overdue()).isFalse();
        assertThat(ResultLine.of(target("100"), false, missed, DUE.plusDays(1)).overdue())
                .isTrue();
        assertThat(ResultLine.of(target("100"), false, List.of(), DUE.plusDays(1))
                        .overdue())
                .isTrue();
        var late = List.of(accepted("99", DUE), accepted("100", DUE.plusDays(1)));
        assertThat(ResultLine.of(target("100"), false, late, DUE.plusDays(1)).overdue())
                .isFalse();
    }

    @Test
    void the_latest_accepted_by_the_day_counts_and_a_miss_is_measured_by_the_day_of_the_plan() {
        var facts = List.of(
                accepted("70", DUE),
                accepted("40", DUE.minusDays(30)),
                accepted("100", DUE.plusDays(1)),
                fact("OUTPUT", "90", DUE.plusDays(1), FulfilmentState.ENTERED),
                fact("OUTPUT", "95", DUE.plusDays(2), FulfilmentState.REJECTED),
                fact("DEFECTS", "1", DUE.plusDays(1), FulfilmentState.ACCEPTED));

        var before = ResultLine.of(target("100"), false, facts, DUE.minusDays(1));
        assertThat(before.fact()).isEqualTo(before.inTime()).isEqualTo(facts.get(1));
        assertThat(before.share()).isEqualTo(Fraction.of(2, 5));
        var on = ResultLine.of(target("100"), false, facts, DUE);
        assertThat(on.fact()).isEqualTo(on.inTime()).isEqualTo(facts.get(0));
        var after = ResultLine.of(target("100"), false, facts, DUE.plusDays(5));
        assertThat(after.fact()).isEqualTo(facts.get(2));
        assertThat(after.inTime()).isEqualTo(facts.get(0));
        var never = ResultLine.of(target("100"), false, facts, DUE.minusDays(31));
        assertThat(never.fact()).isNull();
        assertThat(never.inTime()).isNull();
        assertThat(never.share()).isNull();
    }
}
