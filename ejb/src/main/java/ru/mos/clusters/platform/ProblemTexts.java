package ru.mos.clusters.platform;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** Texts of a package in Russian and English: {@code texts_ru.properties} and {@code texts_en.properties} beside it. */
public final class ProblemTexts {

    /** The language nobody has to ask for. */
    public static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private static final char NARROW_SPACE = '\u202f';

    private static final DateTimeFormatter RUSSIAN_DATE =
            DateTimeFormatter.ofPattern("dd.MM.uuuu", RUSSIAN).withResolverStyle(ResolverStyle.STRICT);

    private ProblemTexts() {}

    /** The text of a problem: what happened, where, and what to do. */
    public static String text(Problem problem, Locale locale) {
        return text(problem.code(), locale, problem.arguments().toArray());
    }

    /** The text of a code with its arguments. */
    public static String text(ProblemCode code, Locale locale, Object... arguments) {
        return text(code.getClass(), code.slug(), locale, arguments);
    }

    /** The text of a problem kept by its slug; the slug itself where no code of this version bears it. */
    public static String ofSlug(String slug, List<?> arguments, Locale locale) {
        var known = ProblemTranslator.codes().get(slug);
        return known == null ? slug : text(known, locale, arguments.toArray());
    }

    /** What our own functions in the database say parted by bars; nothing of null. */
    public static Object[] arguments(@Nullable String told) {
        return told == null
                ? new Object[0]
                : sums(Arrays.asList(told.split("\\|", -1))).toArray();
    }

    /** What was told as text where nothing but sums is written with two decimals: they are sums again. */
    public static List<Object> sums(List<String> told) {
        return told.stream().map(ProblemTexts::sum).toList();
    }

    private static Object sum(String told) {
        return told.matches("-?\\d+\\.\\d{2}") ? new BigDecimal(told) : told;
    }

    /** Any text of the package in which the class lives. */
    public static String text(Class<?> beside, String key, Locale locale, Object... arguments) {
        var language = supported(locale);
        var pattern = bundle(beside, language).getString(key);
        return new MessageFormat(pattern, language).format(plain(arguments, language));
    }

    /** The bundle of the package in which the class lives. */
    public static ResourceBundle bundle(Class<?> beside, Locale locale) {
        return ResourceBundle.getBundle(
                beside.getPackageName() + ".texts",
                supported(locale),
                beside.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** English where English is asked for, else Russian. */
    public static Locale supported(Locale wanted) {
        return wanted.getLanguage().equals("en") ? Locale.ENGLISH : RUSSIAN;
    }

    /** Dates as the language writes them: {@code 23.11.2026} in Russian, {@code 2026-11-23} in English. */
    public static DateTimeFormatter dates(Locale locale) {
        return supported(locale).equals(RUSSIAN) ? RUSSIAN_DATE : DateTimeFormatter.ISO_LOCAL_DATE;
    }

    /** Whole numbers stay as they are for plurals, dates and sums speak the language; all else is shown as written. */
    private static Object[] plain(Object[] arguments, Locale language) {
        var plain = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            plain[i] = plain(arguments[i], language);
        }
        return plain;
    }

    private static Object plain(Object argument, Locale language) {
        if (argument instanceof Integer || argument instanceof Long) {
            return argument;
        }
        if (argument instanceof BigDecimal number) {
            return number.scale() == 2 ? sum(number, language) : number.toPlainString();
        }
        return argument instanceof LocalDate date ? dates(language).format(date) : String.valueOf(argument);
    }

    /** To the kopeck, its thousands parted: {@code 1 000 000,01} in Russian, {@code 1 000 000.01} in English. */
    private static String sum(BigDecimal sum, Locale language) {
        var symbols = DecimalFormatSymbols.getInstance(language);
        symbols.setGroupingSeparator(NARROW_SPACE);
        return new DecimalFormat("#,##0.00", symbols).format(sum);
    }
}
