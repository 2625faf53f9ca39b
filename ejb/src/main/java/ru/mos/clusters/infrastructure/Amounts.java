package ru.mos.clusters.infrastructure;

import java.math.BigDecimal;

/** Capacities and needs, as the columns that keep them bear: twelve digits and two decimals. */
final class Amounts {

    private static final int WHOLE_DIGITS = 12;
    private static final int DECIMALS = 2;

    private Amounts() {}

    /** Whether it is not negative and can be kept exactly. */
    static boolean fits(BigDecimal amount) {
        var plain = amount.stripTrailingZeros();
        return plain.signum() >= 0 && plain.scale() <= DECIMALS && plain.precision() - plain.scale() <= WHOLE_DIGITS;
    }
}
