package ru.mos.clusters.ledger;

import java.math.BigDecimal;

/** Which sums a posting can bear, as the database's functions see it. */
final class Sums {

    private static final BigDecimal LEAST_TOO_LARGE = new BigDecimal("10000000000000");

    private Sums() {}

    /** Not zero, whole kopecks, at most 15 digits. */
    static boolean possible(BigDecimal amount) {
        return amount.signum() != 0
                && amount.stripTrailingZeros().scale() <= 2
                && amount.abs().compareTo(LEAST_TOO_LARGE) < 0;
    }
}
