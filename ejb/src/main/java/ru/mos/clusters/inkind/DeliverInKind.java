package ru.mos.clusters.inkind;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;

/**
 * Says that a support was given.
 *
 * @param quantity in the unit that was asked for, no more than was approved
 * @param persons for how many; training needs it
 * @param startsOn first day on which it was given, not after today
 * @param endsOn last day of it; of a lease perhaps to come
 * @param value roubles, whole kopecks, above nothing
 * @param document that shows the value
 */
public record DeliverInKind(
        BigDecimal quantity,
        @Nullable Integer persons,
        LocalDate startsOn,
        LocalDate endsOn,
        BigDecimal value,
        @Nullable Paper document) {

    private static final int MOST_DIGITS = 13;

    /**
     * @throws Problem {@code in-kind-quantity-impossible}, {@code in-kind-persons-impossible}, {@code period-empty}, {@code
     *     delivery-value-impossible}, {@code value-without-document}
     */
    public DeliverInKind {
        quantity = Quantity.of(quantity, "/quantity");
        persons = Quantity.persons(persons);
        if (endsOn.isBefore(startsOn)) {
            throw new Problem(PlatformProblem.PERIOD_EMPTY, startsOn, endsOn).at("/endsOn");
        }
        value = value.stripTrailingZeros();
        if (value.signum() <= 0 || value.scale() > 2 || value.precision() - value.scale() > MOST_DIGITS) {
            throw new Problem(InKindProblem.DELIVERY_VALUE_IMPOSSIBLE).at("/value");
        }
        value = value.setScale(2);
        if (document == null) {
            throw new Problem(InKindProblem.VALUE_WITHOUT_DOCUMENT).at("/document");
        }
    }
}
