package ru.mos.clusters.call.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.mos.clusters.call.CallProblem;
import ru.mos.clusters.platform.Problem;

class PlanProgrammeTest {

    private static PlanProgramme programme(String code, int first, int last, String award, Measure... measures) {
        return new PlanProgramme(
                code,
                "Программа",
                "Programme",
                first,
                last,
                LocalDate.parse(award),
                List.of(new ProgrammeAct("PPM_1471_2009", LocalDate.of(2009, 12, 29))),
                List.of(measures));
    }

    private static Measure measure(String code, int year, String amount) {
        return new Measure(code, "Мероприятие", "Measure", List.of(new PlanLine(year, new BigDecimal(amount))));
    }

    private static void refused(CallProblem code, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @CsvSource({"2010,2012,2010-01-01", "2010,2012,2012-12-31", "2010,2010,2010-06-01"})
    void the_first_award_lies_within_the_years(int first, int last, String award) {
        assertThat(programme("INNOVATIVE_SMES", first, last, award).firstAwardOn())
                .isEqualTo(award);
    }

    @Test
    void years_and_the_first_award_outside_them_are_refused() {
        refused(CallProblem.PROGRAMME_YEARS_DISORDERED, () -> programme("P1", 2012, 2011, "2012-01-01"));
        refused(CallProblem.PROGRAMME_AWARD_OUTSIDE, () -> programme("P1", 2010, 2012, "2009-12-31"));
        refused(CallProblem.PROGRAMME_AWARD_OUTSIDE, () -> programme("P1", 2010, 2012, "2013-01-01"));
        refused(CallProblem.PROGRAMME_CODE_MALFORMED, () -> programme("п1", 2010, 2012, "2011-01-01"));
    }

    @Test
    void a_plan_names_a_measure_once_and_years_of_the_programme_only() {
        refused(
                CallProblem.MEASURE_TWICE,
                () -> programme("P1", 2010, 2012, "2011-01-01", measure("1.1", 2010, "1"), measure("1.1", 2011, "1")));
        refused(
                CallProblem.PLAN_YEAR_OUTSIDE,
                () -> programme("P1", 2010, 2012, "2011-01-01", measure("1.1", 2013, "1")));
        refused(CallProblem.MEASURE_CODE_MALFORMED, () -> measure("1/1", 2010, "1"));
        refused(
                CallProblem.PLAN_LINE_TWICE,
                () -> new Measure(
                        "1",
                        "М",
                        "M",
                        List.of(new PlanLine(2010, BigDecimal.ONE), new PlanLine(2010, BigDecimal.TEN))));
    }

    @Test
    void a_sum_is_more_than_nothing_and_in_whole_kopecks() {
        assertThat(new PlanLine(2010, new BigDecimal("0.01")).amount()).isEqualByComparingTo("0.01");
        assertThat(new PlanLine(2010, new BigDecimal("1E+15")).amount()).isEqualByComparingTo("1000000000000000");
        refused(CallProblem.PLAN_AMOUNT_NOT_POSITIVE, () -> new PlanLine(2010, BigDecimal.ZERO));
        refused(CallProblem.PLAN_AMOUNT_NOT_POSITIVE, () -> new PlanLine(2010, new BigDecimal("0.001")));
        refused(CallProblem.PLAN_AMOUNT_NOT_POSITIVE, () -> new PlanLine(2010, new BigDecimal("1E+16")));
    }
}
