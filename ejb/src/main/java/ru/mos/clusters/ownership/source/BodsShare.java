package ru.mos.clusters.ownership.source;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import ru.mos.clusters.platform.Fraction;

/**
 * Exact shares in BODS, which knows per cents alone: what they do not say in full is cut off, never rounded up, and stands as
 * a fraction beside, so that it can be read back exactly.
 */
public final class BodsShare {

    private static final int DIGITS = 18;
    private static final Pattern FRACTION = Pattern.compile("(\\d{1,40})/(\\d{1,40})");

    private BodsShare() {}

    /** Per cent, cut off where it would not end. */
    public static BigDecimal percent(Fraction share) {
        var percent = new BigDecimal(share.numerator().multiply(BigInteger.valueOf(100)))
                .divide(new BigDecimal(share.denominator()), DIGITS, RoundingMode.DOWN)
                .stripTrailingZeros();
        return percent.scale() < 0 ? percent.setScale(0) : percent;
    }

    /** Whether the per cents say it in full. */
    public static boolean isExact(Fraction share) {
        return Amounts.ofPercent(percent(share)).equals(share);
    }

    /** The share meant: the fraction beside, where the per cents are it, cut off. */
    static Fraction read(BigDecimal percent, String details) {
        var written = Amounts.ofPercent(percent);
        var match = FRACTION.matcher(details);
        if (!match.matches() || new BigInteger(match.group(2)).signum() == 0) {
            return written;
        }
        var beside = new Fraction(new BigInteger(match.group(1)), new BigInteger(match.group(2)));
        return percent(beside).compareTo(percent) == 0 ? beside : written;
    }
}
