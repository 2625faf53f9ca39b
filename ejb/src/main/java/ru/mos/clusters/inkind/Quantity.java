package ru.mos.clusters.inkind;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Problem;

/** How much, as the columns that keep it bear: above nothing, twelve digits and two decimals. */
final class Quantity {

    private static final int WHOLE_DIGITS = 12;
    private static final int DECIMALS = 2;

    private Quantity() {}

    /** With its two decimals. @throws Problem {@code in-kind-quantity-impossible} */
    static BigDecimal of(BigDecimal amount, String pointer) {
        var plain = amount.stripTrailingZeros();
        if (plain.signum() <= 0 || plain.scale() > DECIMALS || plain.precision() - plain.scale() > WHOLE_DIGITS) {
            throw new Problem(InKindProblem.IN_KIND_QUANTITY_IMPOSSIBLE).at(pointer);
        }
        return plain.setScale(DECIMALS);
    }

    /** @throws Problem {@code in-kind-persons-impossible} */
    static @Nullable Integer persons(@Nullable Integer persons) {
        if (persons != null && persons <= 0) {
            throw new Problem(InKindProblem.IN_KIND_PERSONS_IMPOSSIBLE).at("/persons");
        }
        return persons;
    }
}
