package ru.mos.clusters.platform;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** Texts of a package in Russian and English: {@code texts_ru.properties} and {@code texts_en.properties} beside it. */
public final class ProblemTexts {

    /** The language nobody has to ask for. */
    public static final Locale RUSSIAN = Locale.forLanguageTag("ru");

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
    public static String ofSlug(String slug, List<String> arguments, Locale locale) {
        var known = ProblemTranslator.codes().get(slug);
        return known == null ? slug : text(known, locale, arguments.toArray());
    }

    /** Any text of the package in which the class lives. */
    public static String text(Class<?> beside, String key, Locale locale, Object... arguments) {
        var language = supported(locale);
        var pattern = bundle(beside, language).getString(key);
        return new MessageFormat(pattern, language).format(plain(arguments, dates(language)));
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

    /** Whole numbers stay as they are for plurals, dates speak the language; all else is shown as written. */
    private static Object[] plain(Object[] arguments, DateTimeFormatter dates) {
        var plain = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            plain[i] = plain(arguments[i], dates);
        }
        return plain;
    }

    private static Object plain(Object argument, DateTimeFormatter dates) {
        if (argument instanceof Integer || argument instanceof Long) {
            return argument;
        }
        return argument instanceof LocalDate date ? dates.format(date) : String.valueOf(argument);
    }
}
