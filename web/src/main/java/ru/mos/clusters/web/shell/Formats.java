package ru.mos.clusters.web.shell;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Ogrn;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.ProblemTexts;
import ru.mos.clusters.platform.Time;

/** How people read values: dates, instants of Moscow, numbers with thin no-break spaces, roubles, shares, enum names. */
public final class Formats {

    /** What stands where nothing is known. */
    public static final String NOTHING = "—";

    private static final char THIN = '\u202f';

    private Formats() {}

    /** Any value of ours in words or figures. */
    public static String show(@Nullable Object value, Locale locale) {
        if (value == null) {
            return NOTHING;
        } else if (value instanceof Optional<?> optional) {
            return show(optional.orElse(null), locale);
        } else if (value instanceof LocalDate date) {
            return ProblemTexts.dates(locale).format(date);
        } else if (value instanceof Instant instant) {
            return moment(instant, locale, "HH:mm");
        } else if (value instanceof OffsetDateTime instant) {
            return moment(instant.toInstant(), locale, "HH:mm");
        } else if (value instanceof Number number) {
            return number(number, locale);
        } else if (value instanceof Boolean truth) {
            return Texts.text(truth ? "shell.yes" : "shell.no", locale);
        } else if (value instanceof Enum<?> constant) {
            return Texts.name(constant, locale);
        } else if (value instanceof Inn inn) {
            return inn.digits();
        } else if (value instanceof Ogrn ogrn) {
            return ogrn.digits();
        } else if (value instanceof Fraction share) {
            return share.numerator() + "/" + share.denominator();
        } else if (value instanceof Paper paper) {
            return Texts.with(
                    locale,
                    paper.number() == null ? "shell.paper" : "shell.paperNumbered",
                    paper.title(),
                    paper.date(),
                    paper.number());
        } else if (value instanceof Collection<?> several) {
            return several.isEmpty()
                    ? NOTHING
                    : several.stream().map(one -> show(one, locale)).collect(Collectors.joining(", "));
        }
        return value.toString();
    }

    /** An instant to the second, for records. */
    public static String exact(@Nullable Instant instant, Locale locale) {
        return instant == null ? NOTHING : moment(instant, locale, "HH:mm:ss");
    }

    /** Roubles: always two decimals, the sign after a space that does not break. */
    public static String money(@Nullable BigDecimal amount, Locale locale) {
        if (amount == null) {
            return NOTHING;
        }
        var exact = amount.setScale(2, RoundingMode.UNNECESSARY);
        return pattern("#,##0.00", locale).format(exact) + "\u00a0₽";
    }

    private static String moment(Instant instant, Locale locale, String clock) {
        var moscow = instant.atZone(Time.MOSCOW);
        return ProblemTexts.dates(locale).format(moscow) + "\u00a0"
                + DateTimeFormatter.ofPattern(clock, locale).format(moscow);
    }

    private static String number(Number number, Locale locale) {
        var exact = number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
        return pattern("#,##0.####################", locale).format(exact);
    }

    private static DecimalFormat pattern(String pattern, Locale locale) {
        var signs = DecimalFormatSymbols.getInstance(Locale.ROOT);
        signs.setGroupingSeparator(THIN);
        signs.setDecimalSeparator(locale.getLanguage().equals("en") ? '.' : ',');
        signs.setMinusSign('−');
        var format = new DecimalFormat(pattern, signs);
        format.setParseBigDecimal(true);
        return format;
    }
}
