package ru.mos.clusters.support;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Paper;

/**
 * A grant as its agreement has it now.
 *
 * @param origin id of the agreement
 * @param endsOn last day of the term
 * @param document the agreement
 * @param shares roubles by recipient, each above nothing
 */
public record GrantedSupport(
        UUID origin,
        Inn providerInn,
        String providerName,
        String purpose,
        LocalDate decidedOn,
        LocalDate endsOn,
        Paper document,
        Map<Inn, BigDecimal> shares) {

    public GrantedSupport {
        shares = Map.copyOf(shares);
    }

    /** As it is entered for a recipient. */
    EnterSupport entry(Inn recipient, BigDecimal roubles) {
        return new EnterSupport(
                recipient,
                null,
                providerInn,
                providerName,
                "FINANCIAL",
                "GRANT",
                purpose,
                decidedOn,
                endsOn,
                roubles,
                "ROUBLE",
                null,
                document);
    }
}
