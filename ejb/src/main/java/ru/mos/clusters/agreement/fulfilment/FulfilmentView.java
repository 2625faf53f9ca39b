package ru.mos.clusters.agreement.fulfilment;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Paper;

/**
 * A fact and the document that shows it.
 *
 * @param code of the indicator; null of what the initiator brought
 * @param value in the unit of the indicator; roubles of what the initiator brought
 * @param on day as of which the indicator stood there; day of the order or the payment
 * @param otherSide from whom the initiator ordered or who got its money; null of results
 * @param mayDecide whether the caller may accept or reject it
 */
public record FulfilmentView(
        UUID id,
        long number,
        UUID agreement,
        FulfilmentKind kind,
        @Nullable String code,
        BigDecimal value,
        LocalDate on,
        @Nullable Inn otherSide,
        Paper document,
        FulfilmentState state,
        String enteredBy,
        @Nullable String decidedBy,
        @Nullable String reason,
        long version,
        boolean mayDecide)
        implements Serializable {

    /** Whether it counts on a day. */
    boolean countsOn(LocalDate day) {
        return state == FulfilmentState.ACCEPTED && !on.isAfter(day);
    }
}
