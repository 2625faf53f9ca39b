package ru.mos.clusters.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ru.mos.clusters.platform.ProblemCode;
import ru.mos.clusters.platform.ProblemTexts;
import ru.mos.clusters.platform.ProblemTranslator;

class TextsTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");

    static Stream<ProblemCode> codes() {
        return ProblemTranslator.codes().values().stream().sorted(Comparator.comparing(ProblemCode::slug));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("codes")
    void every_problem_has_a_text_in_both_languages_with_the_same_placeholders(ProblemCode code) {
        var russian = text(code, Locale.forLanguageTag("ru"));
        var english = text(code, Locale.ENGLISH);

        assertThat(russian).matches("(?s).*[а-яА-Я].*");
        assertThat(english).isNotBlank().isNotEqualTo(russian);
        assertThat(placeholders(russian)).isEqualTo(placeholders(english));
    }

    private static String text(ProblemCode code, Locale locale) {
        return ProblemTexts.bundle(code.getClass(), locale).getString(code.slug());
    }

    private static java.util.List<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .sorted()
                .toList();
    }
}
