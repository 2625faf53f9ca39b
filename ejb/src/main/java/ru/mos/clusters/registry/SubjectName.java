package ru.mos.clusters.registry;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;

/** The name of a subject as it may be shown to anybody. */
final class PersonName {

    private PersonName() {}

    /** Names of organisations as they are; of persons, whose INN has twelve digits, surname and initials. */
    static @Nullable String shown(@Nullable String name, Inn inn) {
        return name == null || inn.isLegalEntity() ? name : cut(name);
    }

    /** «Иванов Иван Иванович» as «Иванов И. И.». */
    static String cut(String name) {
        var words = name.strip().split("\\s+");
        return words[0]
                + Arrays.stream(words)
                        .skip(1)
                        .map(word -> " " + word.substring(0, word.offsetByCodePoints(0, 1)) + ".")
                        .collect(Collectors.joining());
    }
}
