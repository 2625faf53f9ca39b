package ru.mos.clusters.ownership.source;

import static ru.mos.clusters.ownership.OwnershipProblem.EXTRACT_NUMBER_IMPOSSIBLE;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Fraction;

/** Shares and amounts as the tax service writes them, exactly. */
final class Amounts {

    private static final Fraction HUNDREDTH = Fraction.of(1, 100);
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,20}(?:[.,]\\d{1,20})?");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,18}");
    private static final Pattern SPOKEN = Pattern.compile(
            "(?:(\\d{1,3}(?:[.,]\\d{1,15})?)\\s*(?:%|процент\\p{L}*))|(?:(\\d{1,15})\\s*/\\s*(\\d{1,15}))",
            Pattern.UNICODE_CHARACTER_CLASS | Pattern.CASE_INSENSITIVE);

    private Amounts() {}

    static BigDecimal decimal(String field, String text) throws ExtractFault {
        if (!DECIMAL.matcher(text).matches()) {
            throw new ExtractFault(EXTRACT_NUMBER_IMPOSSIBLE, field, text);
        }
        return new BigDecimal(text.replace(',', '.'));
    }

    static Fraction exact(BigDecimal decimal) {
        return decimal.scale() > 0
                ? new Fraction(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()))
                : new Fraction(decimal.toBigIntegerExact(), BigInteger.ONE);
    }

    static Fraction ofPercent(BigDecimal percent) {
        return exact(percent).times(HUNDREDTH);
    }

    /** The element's {@code Числит} by its {@code Знаменат}. */
    static Fraction simple(Reading reading) throws ExtractFault {
        String above = reading.required("Числит");
        String below = reading.required("Знаменат");
        if (!WHOLE.matcher(above).matches() || !WHOLE.matcher(below).matches() || below.matches("0+")) {
            throw new ExtractFault(EXTRACT_NUMBER_IMPOSSIBLE, "ДробПрост", above + "/" + below);
        }
        return new Fraction(new BigInteger(above), new BigInteger(below));
    }

    /** The children of {@code РазмерДоли}: per cent, a decimal or a simple fraction. */
    static @Nullable Fraction size(Reading reading) throws ExtractFault {
        var size = new Fraction[1];
        reading.walk.children(name -> {
            switch (name) {
                case "Процент" -> size[0] = ofPercent(decimal(name, reading.walk.text()));
                case "ДробДесят" -> size[0] = exact(decimal(name, reading.walk.text()));
                case "ДробПрост" -> size[0] = simple(reading);
                default -> reading.ignored(name);
            }
        });
        return size[0];
    }

    /**
     * Votes as free text has them, if it names exactly one share between nothing and all: {@code 60 %},
     * {@code 60,5 процента голосов}, {@code 2/3}. A bare number says nothing.
     */
    static @Nullable Fraction spoken(String text) {
        Matcher share = SPOKEN.matcher(text);
        if (!share.find()) {
            return null;
        }
        String percent = share.group(1);
        Fraction votes;
        if (percent != null) {
            votes = ofPercent(new BigDecimal(percent.replace(',', '.')));
        } else {
            var below = new BigInteger(share.group(3));
            votes = below.signum() == 0 ? Fraction.of(2, 1) : new Fraction(new BigInteger(share.group(2)), below);
        }
        String rest = text.substring(0, share.start()) + text.substring(share.end());
        boolean alone = rest.chars().noneMatch(character -> character >= '0' && character <= '9');
        return alone && votes.compareTo(Fraction.ONE) <= 0 ? votes : null;
    }

    /** For people: per cent, rounded to what a line can hold. */
    static String shown(Fraction share) {
        return new BigDecimal(share.numerator().multiply(BigInteger.valueOf(100)))
                        .divide(new BigDecimal(share.denominator()), 6, java.math.RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                + " %";
    }
}
