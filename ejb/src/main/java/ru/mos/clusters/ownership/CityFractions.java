package ru.mos.clusters.ownership;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ru.mos.clusters.platform.Fraction;

/** Every fraction once: a city has millions of stakes of a few hundred sizes. */
final class CityFractions {

    private record Plain(long numerator, long denominator) {}

    private final List<Fraction> fractions = new ArrayList<>();
    private final Map<Fraction, Integer> numbers = new HashMap<>();
    private final Map<Plain, Integer> plain = new HashMap<>();

    /** The number of the fraction in the next two fields; {@link City#NONE} where it is not known. */
    int next(CopyRows row) {
        boolean known = row.next();
        if (known && row.isShort()) {
            long numerator = row.number();
            if (!row.next()) {
                return City.NONE;
            }
            if (row.isShort()) {
                return plain.computeIfAbsent(
                        new Plain(numerator, row.number()),
                        shares -> number(Fraction.of(shares.numerator(), shares.denominator())));
            }
            return number(
                    new Fraction(BigInteger.valueOf(numerator), row.decimal().toBigIntegerExact()));
        }
        var numerator = known ? row.decimal().toBigIntegerExact() : BigInteger.ZERO;
        return row.next() && known
                ? number(new Fraction(numerator, row.decimal().toBigIntegerExact()))
                : City.NONE;
    }

    private int number(Fraction fraction) {
        return numbers.computeIfAbsent(fraction, first -> {
            fractions.add(first);
            return fractions.size() - 1;
        });
    }

    Fraction get(int number) {
        return fractions.get(number);
    }

    Fraction[] toArray() {
        return fractions.toArray(Fraction[]::new);
    }
}
