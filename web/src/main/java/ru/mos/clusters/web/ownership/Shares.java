package ru.mos.clusters.web.ownership;

import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.Problem;

/** Shares as people type them, exactly: per cent («33,3333», «25 %») or a fraction («1/3»). */
public final class Shares {

    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3})(?:[.,](\\d{1,30}))?%?");
    private static final Pattern FRACTION = Pattern.compile("(\\d{1,30})/(\\d{1,30})");

    private Shares() {}

    /**
     * The share meant; bounds are for the service to check.
     *
     * @throws Problem {@code share-unreadable}, {@code fraction-denominator-zero}
     */
    static Fraction read(String typed) {
        var text = typed.replaceAll("[\\s\\u00a0\\u202f]", "");
        var fraction = FRACTION.matcher(text);
        if (fraction.matches()) {
            return new Fraction(new BigInteger(fraction.group(1)), new BigInteger(fraction.group(2)));
        }
        var percent = PERCENT.matcher(text);
        if (!percent.matches()) {
            throw new Problem(OwnershipScreenProblem.SHARE_UNREADABLE, typed);
        }
        var decimals = percent.group(2) == null ? "" : percent.group(2);
        return new Fraction(new BigInteger(percent.group(1) + decimals), BigInteger.TEN.pow(2 + decimals.length()));
    }

    /**
     * The share meant by a field that may be left empty.
     *
     * @throws Problem as {@link #read}, at the field
     */
    public static @Nullable Fraction find(@Nullable String typed, String pointer) {
        try {
            return typed == null || typed.isBlank() ? null : read(typed);
        } catch (Problem unreadable) {
            throw unreadable.at(pointer);
        }
    }
}
