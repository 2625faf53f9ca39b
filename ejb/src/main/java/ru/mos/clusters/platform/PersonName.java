package ru.mos.clusters.platform;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The name of a subject as it may be shown to anybody: lists, verdicts and prints hold no more of a private person than they
 * need.
 *
 * <p>Source: 152-ФЗ art. 5 part 5.
 */
public final class PersonName {

    private static final Pattern STATUS = Pattern.compile(
            "^(?:ИП|Индивидуальный предприниматель|Глава КФХ|КФХ)\\s+",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private PersonName() {}

    /** Names of organisations as they are; of persons, whose INN has twelve digits, surname and initials. */
    public static @Nullable String shown(@Nullable String name, Inn inn) {
        return name == null || name.isBlank() || inn.isLegalEntity() ? name : cut(name);
    }

    /** «ИП Иванов Иван Иванович» as «Иванов И. И.». */
    static String cut(String name) {
        var words = STATUS.matcher(name.strip()).replaceFirst("").split("\\s+");
        return words[0]
                + Arrays.stream(words)
                        .skip(1)
                        .map(word -> " " + word.substring(0, word.offsetByCodePoints(0, 1)) + ".")
                        .collect(Collectors.joining());
    }
}
