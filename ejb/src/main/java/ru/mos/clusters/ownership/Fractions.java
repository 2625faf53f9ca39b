package ru.mos.clusters.ownership;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Fraction;

/** Exact shares in two columns, {@code …_numerator} and {@code …_denominator}. */
final class Fractions {

    private Fractions() {}

    static @Nullable Fraction read(ResultSet row, String name) throws SQLException {
        BigDecimal numerator = row.getBigDecimal(name + "_numerator");
        BigDecimal denominator = row.getBigDecimal(name + "_denominator");
        return numerator == null || denominator == null
                ? null
                : new Fraction(numerator.toBigIntegerExact(), denominator.toBigIntegerExact());
    }

    static @Nullable BigDecimal numerator(@Nullable Fraction share) {
        return share == null ? null : new BigDecimal(share.numerator());
    }

    static @Nullable BigDecimal denominator(@Nullable Fraction share) {
        return share == null ? null : new BigDecimal(share.denominator());
    }
}
