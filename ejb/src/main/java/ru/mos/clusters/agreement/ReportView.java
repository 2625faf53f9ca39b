package ru.mos.clusters.agreement;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report on how an instalment was spent.
 *
 * @param position of the instalment
 * @param paid of the instalment, in roubles
 * @param spent as the lines say
 * @param accepted what of it counts; null until accepted
 * @param lines empty in lists
 */
public record ReportView(
        UUID id,
        long number,
        UUID agreement,
        long agreementNumber,
        int position,
        ReportState state,
        BigDecimal paid,
        BigDecimal spent,
        @Nullable BigDecimal accepted,
        String writtenBy,
        @Nullable LocalDate submittedOn,
        @Nullable String decidedBy,
        @Nullable LocalDate decidedOn,
        @Nullable String reason,
        long version,
        List<ReportLine> lines)
        implements Serializable {

    /** Whether its lines may still change. */
    public boolean isOpen() {
        return state == ReportState.DRAFT || state == ReportState.RETURNED;
    }
}
