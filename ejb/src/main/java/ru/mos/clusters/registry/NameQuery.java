package ru.mos.clusters.registry;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A query as names are compared: the Java twin of the database's {@code registry.search_form}, cut into words.
 *
 * @param number the digits, if it is nothing else: beginning of an INN or OGRN; null otherwise
 * @param words each must stand somewhere in the name; empty: every name fits
 */
record NameQuery(@Nullable String number, List<String> words) {

    private static final String QUOTES = "«»\"„“”'";
    private static final int MOST_WORDS = 12;

    static NameQuery of(@Nullable String query) {
        if (query == null) {
            return new NameQuery(null, List.of());
        }
        var folded = query.toLowerCase(Locale.ROOT)
                .replace('ё', 'е')
                .chars()
                .filter(c -> QUOTES.indexOf(c) < 0)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        var words = Arrays.stream(folded.split("\\s+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(MOST_WORDS)
                .toList();
        boolean number = words.size() == 1 && words.get(0).chars().allMatch(c -> c >= '0' && c <= '9');
        return new NameQuery(number ? words.get(0) : null, words);
    }

    /** The same text as a part of the name, when no number begins with it. */
    NameQuery asName() {
        return new NameQuery(null, words);
    }

    /** Patterns for {@code like}: what the caller typed means itself, never a wildcard. */
    List<String> patterns() {
        return words.stream()
                .map(word ->
                        "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
                .toList();
    }

    /** Whether trigrams can find a word: three letters or digits in a row. Shorter ones walk the list of names. */
    boolean hasTrigrams() {
        return words.stream().anyMatch(NameQuery::hasTrigram);
    }

    private static boolean hasTrigram(String word) {
        return IntStream.range(0, word.length() - 2)
                .anyMatch(at -> IntStream.range(at, at + 3).allMatch(i -> Character.isLetterOrDigit(word.charAt(i))));
    }
}
