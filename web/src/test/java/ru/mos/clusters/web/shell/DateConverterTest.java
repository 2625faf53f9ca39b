package ru.mos.clusters.web.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.ProblemTexts;

class DateConverterTest {

    @ParameterizedTest
    @CsvSource({"23.11.2026,2026-11-23", "2026-11-23,2026-11-23", "01.01.1900,1900-01-01", "31.12.2999,2999-12-31"})
    void a_date_is_read_in_either_manner_from_1900_to_2999(String text, LocalDate date) {
        assertThat(DateConverter.parse(text)).isEqualTo(date);
    }

    @ParameterizedTest
    @ValueSource(strings = {"31.12.1899", "01.01.3000", "01.01.1001"})
    void a_date_outside_is_told_the_range_and_not_that_it_is_none(String text) {
        var problem = catchThrowableOfType(Problem.class, () -> DateConverter.parse(text));

        assertThat(ProblemTexts.text(problem, ProblemTexts.RUSSIAN))
                .isEqualTo("«" + text + "» — слишком далёкая дата. Введите дату с 01.01.1900 по 31.12.2999.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"30.02.2026", "1.2.2026", "2026-13-01", "вчера"})
    void what_no_calendar_has_is_no_date(String text) {
        var problem = catchThrowableOfType(Problem.class, () -> DateConverter.parse(text));

        assertThat(problem.code()).isEqualTo(ScreenProblem.DATE_UNREADABLE);
    }

    @Test
    void a_refusal_names_an_example_in_its_own_language() {
        var problem = new Problem(ScreenProblem.DATE_UNREADABLE, "вчера");

        assertThat(ProblemTexts.text(problem, ProblemTexts.RUSSIAN)).contains("23.11.2026");
    }
}
