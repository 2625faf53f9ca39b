package ru.mos.clusters.platform;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Texts of a package in Russian and English: {@code texts_ru.properties} and {@code texts_en.properties} beside it. */
public final class ProblemTexts {

    /** The language nobody has to ask for. */
    public static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private ProblemTexts() {}

    /** The text of a problem: what happened, where, and what to do. */
    public static String text(Problem problem, Locale locale) {
        return text(problem.code(), locale, problem.arguments().toArray());
    }

    /** The text of a code with its arguments. */
    public static String text(ProblemCode code, Locale locale, Object... arguments) {
        return text(code.getClass(), code.slug(), locale, arguments);
    }

    /** Any text of the package in which the class lives. */
    public static String text(Class<?> beside, String key, Locale locale, Object... arguments) {
        var pattern = bundle(beside, locale).getString(key);
        return new MessageFormat(pattern, supported(locale)).format(plain(arguments));
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

    /** Whole numbers stay as they are for plurals; everything else is shown as written, never grouped or localised. */
    private static Object[] plain(Object[] arguments) {
        var plain = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            plain[i] = arguments[i] instanceof Integer || arguments[i] instanceof Long
                    ? arguments[i]
                    : String.valueOf(arguments[i]);
        }
        return plain;
    }
}
