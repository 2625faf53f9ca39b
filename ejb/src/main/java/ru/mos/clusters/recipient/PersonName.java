package ru.mos.clusters.recipient;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A private person's name as a file tells it.
 *
 * @param patronymic and whatever follows it; null where there is none
 */
record PersonName(String surname, String given, @Nullable String patronymic) {

    private static final int LONGEST = 60;
    private static final Pattern TITLE = Pattern.compile(
            "^(?:ИП|индивидуальный предприниматель|глава КФХ|глава крестьянского \\(фермерского\\) хозяйства)(?:\\s+|$)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern BLANKS = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    /** Empty for anything but a full name: a title or surname alone, or initials. */
    static Optional<PersonName> of(String text) {
        var words = BLANKS.split(TITLE.matcher(text.strip()).replaceFirst(""), 3);
        boolean full = words.length > 1 && Arrays.stream(words).noneMatch(word -> word.isBlank() || word.endsWith("."));
        return full
                ? Optional.of(new PersonName(words[0], words[1], words.length > 2 ? words[2].strip() : null))
                : Optional.empty();
    }

    /** Whether the format bears each part. */
    boolean fits() {
        return surname.length() <= LONGEST
                && given.length() <= LONGEST
                && (patronymic == null || patronymic.length() <= LONGEST);
    }
}
