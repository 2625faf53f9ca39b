package ru.mos.clusters.agreement;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.FundingMode;

/**
 * A report on how an instalment was spent, or a claim for the costs that an instalment is to reimburse.
 *
 * @param mode ADVANCE: a report; REIMBURSEMENT: a claim
 * @param position of the instalment
 * @param paid of the instalment, in roubles
 * @param spent as the lines say
 * @param eligible what of the spending counts; null until accepted
 * @param accepted the same; of a claim what is paid for it: the budget's share of what counts, the instalment at the most
 * @param lines empty in lists
 */
public record ReportView(
        UUID id,
        long number,
        UUID agreement,
        long agreementNumber,
        int position,
        FundingMode mode,
        ReportState state,
        BigDecimal paid,
        BigDecimal spent,
        @Nullable BigDecimal eligible,
        @Nullable BigDecimal accepted,
        String writtenBy,
        @Nullable LocalDate submittedOn,
        @Nullable String decidedBy,
        @Nullable LocalDate decidedOn,
        @Nullable String reason,
        long version,
        List<ReportLine> lines)
        implements Serializable {

    /** Whether it asks for money instead of telling where it went. */
    public boolean isClaim() {
        return mode == FundingMode.REIMBURSEMENT;
    }

    /** Whether its lines may still change. */
    public boolean isOpen() {
        return state == ReportState.DRAFT || state == ReportState.RETURNED;
    }
}
