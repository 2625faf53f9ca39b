package ru.mos.clusters.eligibility;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;

/**
 * Names of private persons as a verdict bears them: surname and initials, so that neither a stored verdict nor its print
 * holds more of a person than it needs.
 */
final class PersonName {

    private static final Pattern STATUS = Pattern.compile(
            "^(?:ИП|Индивидуальный предприниматель|Глава КФХ|КФХ)\\s+",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private PersonName() {}

    /** Names of organisations as they are; of persons, whose INN has twelve digits, «Иванов И. И.». */
    static @Nullable String shown(Inn inn, @Nullable String name) {
        if (name == null || inn.isLegalEntity()) {
            return name;
        }
        var words = STATUS.matcher(name.strip()).replaceFirst("").split("\\s+");
        return words[0]
                + String.join(
                        "",
                        Arrays.stream(words)
                                .skip(1)
                                .map(word -> " " + word.substring(0, word.offsetByCodePoints(0, 1)) + ".")
                                .toList());
    }
}
