package ru.mos.clusters.call.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.Problem;

class AnswerLinesTest {

    private static final Inn UNION = new Inn("7707083893");

    private static AnswerLines read(String text) {
        return AnswerLines.read("answers.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_file_answers_for_whom_and_about_what_it_says_and_its_last_line_holds() {
        var register = read("\uFEFFINN;SUBJECT;OUTCOME;ANSWER;TITLE;NUMBER;DATE\n\n"
                + "7707083893;TAX_DEBT;ADVERSE;Долг 100 000;Справка;1;2026-03-01\r\n"
                + "7707083893;TAX_DEBT;FAVOURABLE;Долга нет;Справка;2;2026-03-05\n");

        assertThat(register.ask(UNION, RequestSubject.TAX_DEBT)).hasValueSatisfying(answer -> {
            assertThat(answer.outcome()).isEqualTo(RequestOutcome.FAVOURABLE);
            assertThat(answer.document()).isEqualTo(new Paper("Справка", "2", LocalDate.of(2026, 3, 5)));
            assertThat(answer.source()).isEqualTo("answers.csv");
        });
        assertThat(register.ask(UNION, RequestSubject.SANCTIONS)).isEmpty();
        assertThat(register.ask(new Inn("7736050003"), RequestSubject.TAX_DEBT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7707083893;TAX_DEBT;FAVOURABLE;Нет;Справка;2",
                "7707083894;TAX_DEBT;FAVOURABLE;Нет;Справка;2;2026-03-05",
                "7707083893;NONSENSE;FAVOURABLE;Нет;Справка;2;2026-03-05",
                "7707083893;TAX_DEBT;FAVOURABLE; ;Справка;2;2026-03-05",
                "7707083893;TAX_DEBT;FAVOURABLE;Нет;Справка;2;05.03.2026"
            })
    void a_line_that_cannot_be_read_is_told_by_its_number(String line) {
        assertThatThrownBy(() -> read("\n" + line)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(RequestProblem.REGISTER_LINE_UNREADABLE);
            assertThat(problem.arguments()).containsExactly(2);
        });
    }
}
