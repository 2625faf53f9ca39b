package ru.mos.clusters.platform;

import static ru.mos.clusters.platform.PlatformProblem.FRACTION_DENOMINATOR_ZERO;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** An exact share, in lowest terms with a positive denominator, so that equal shares are equal records. */
public record Fraction(BigInteger numerator, BigInteger denominator)
        implements Comparable<Fraction>, java.io.Serializable {

    private static final int SHORT = Long.SIZE - 1;

    public static final Fraction ZERO = of(0, 1);
    public static final Fraction ONE = of(1, 1);

    /** @throws Problem {@code fraction-denominator-zero} */
    public Fraction {
        if (denominator.signum() == 0) {
            throw new Problem(FRACTION_DENOMINATOR_ZERO);
        }
        var divisor = commonDivisor(numerator, denominator);
        if (!divisor.equals(BigInteger.ONE)) {
            numerator = numerator.divide(divisor);
            denominator = denominator.divide(divisor);
        }
    }

    /** With the sign of the denominator; nearly all shares are short enough for plain numbers, which are much faster. */
    private static BigInteger commonDivisor(BigInteger numerator, BigInteger denominator) {
        if (numerator.bitLength() >= SHORT || denominator.bitLength() >= SHORT) {
            return numerator.gcd(denominator).multiply(BigInteger.valueOf(denominator.signum()));
        }
        long one = Math.abs(denominator.longValue());
        long other = Math.abs(numerator.longValue());
        while (other != 0) {
            long rest = one % other;
            one = other;
            other = rest;
        }
        return BigInteger.valueOf(denominator.signum() < 0 ? -one : one);
    }

    /** {@code numerator / denominator}. */
    public static Fraction of(long numerator, long denominator) {
        return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /**
     * The exact quotient of two decimals.
     *
     * @throws Problem {@code fraction-denominator-zero}
     */
    public static Fraction of(BigDecimal numerator, BigDecimal denominator) {
        int scale = Math.max(Math.max(numerator.scale(), denominator.scale()), 0);
        return new Fraction(whole(numerator, scale), whole(denominator, scale));
    }

    private static BigInteger whole(BigDecimal number, int scale) {
        return number.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue();
    }

    public Fraction plus(Fraction other) {
        if (numerator.signum() == 0 || other.numerator.signum() == 0) {
            return numerator.signum() == 0 ? other : this;
        }
        if (denominator.equals(other.denominator)) {
            return new Fraction(numerator.add(other.numerator), denominator);
        }
        return new Fraction(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Fraction minus(Fraction other) {
        return plus(new Fraction(other.numerator.negate(), other.denominator));
    }

    public Fraction times(Fraction other) {
        return new Fraction(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /** @throws Problem {@code fraction-denominator-zero} when {@code other} is zero */
    public Fraction dividedBy(Fraction other) {
        return new Fraction(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    /** Strictly more: a threshold of "more than 20 %" is not reached by 20 % exactly. */
    public boolean exceeds(Fraction threshold) {
        return compareTo(threshold) > 0;
    }

    /** The least whole number that is not below this share of {@code whole}: 2/3 of 9 is 6, of 10 is 7. */
    public long leastOf(long whole) {
        var product = numerator.multiply(BigInteger.valueOf(whole));
        return product.add(denominator)
                .subtract(BigInteger.ONE)
                .divide(denominator)
                .longValueExact();
    }

    @Override
    public int compareTo(Fraction other) {
        if (denominator.equals(other.denominator)) {
            return numerator.compareTo(other.numerator);
        }
        return isShort() && other.isShort()
                ? Long.compare(
                        numerator.longValue() * other.denominator.longValue(),
                        other.numerator.longValue() * denominator.longValue())
                : numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** Whether products of such are plain numbers. */
    private boolean isShort() {
        return numerator.bitLength() < Integer.SIZE && denominator.bitLength() < Integer.SIZE;
    }

    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
