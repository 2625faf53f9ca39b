package ru.mos.clusters.call.decision;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.decision.AppealView.MoneyLeft;

/** From which money a sum that comes late can still be paid. */
final class MoneyChoice {

    private MoneyChoice() {}

    /** The earliest year with a line that has enough left; null where none has: then the reserve is all there is. */
    static @Nullable Integer year(BigDecimal asked, List<MoneyLeft> money) {
        return money.stream()
                .filter(line -> asked.signum() > 0 && line.left().compareTo(asked) >= 0)
                .min(Comparator.comparing(MoneyLeft::year))
                .map(MoneyLeft::year)
                .orElse(null);
    }
}
