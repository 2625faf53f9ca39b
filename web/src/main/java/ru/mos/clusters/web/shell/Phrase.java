package ru.mos.clusters.web.shell;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text with places for values: {@code {0}} or {@code {name}} is the value as people read it, {@code
 * {0|строка|строки|строк}} the word form that its number asks for (Russian: one, few, many; English: one, many).
 */
final class Phrase {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)((?:\\|[^|}]*)*)}");

    private Phrase() {}

    /** The text with its places filled. */
    static String fill(String pattern, Locale locale, Values values) {
        return PLACE.matcher(pattern).replaceAll(place -> {
            var value = values.of(place.group(1));
            var forms = place.group(2);
            return Matcher.quoteReplacement(
                    forms.isEmpty() ? Formats.show(value, locale) : form(value, forms.substring(1), locale));
        });
    }

    private static String form(@Nullable Object value, String forms, Locale locale) {
        var words = forms.split("\\|", -1);
        long count = value instanceof Number number ? Math.abs(number.longValue()) : 0;
        int wanted = locale.getLanguage().equals("en") ? (count == 1 ? 0 : 1) : russian(count);
        return words[Math.min(wanted, words.length - 1)];
    }

    /** 1, 21, 101: one; 2–4, 22–24: few; the rest, and 11–14: many. */
    private static int russian(long count) {
        long last = count % 10;
        long tens = count / 10 % 10;
        if (tens == 1 || last == 0 || last > 4) {
            return 2;
        }
        return last == 1 ? 0 : 1;
    }

    /** What stands for a place. */
    @FunctionalInterface
    interface Values {
        @Nullable
        Object of(String place);
    }

    /** The places of a text, to compare languages: {@code 0}, {@code name}. */
    static java.util.Set<String> places(String pattern) {
        var found = new java.util.TreeSet<String>();
        PLACE.matcher(pattern).results().forEach(place -> found.add(place.group(1)));
        return found;
    }
}
