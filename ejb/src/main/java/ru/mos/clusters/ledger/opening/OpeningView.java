package ru.mos.clusters.ledger.opening;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Opening balances as they stand.
 *
 * @param number under which we keep them
 * @param effectiveOn day on which the ledger takes them on
 * @param fileName of the workbook they came in
 * @param rows how many there are
 * @param agreements how many of these are of agreements
 * @param sums of all rows, by stage
 * @param total of all rows and stages, in roubles
 * @param actions what the caller may do to them now; empty in lists
 */
public record OpeningView(
        UUID id,
        long number,
        LocalDate effectiveOn,
        String fileName,
        OpeningState state,
        String preparedBy,
        @Nullable String postedBy,
        @Nullable String reason,
        int rows,
        int agreements,
        OpeningSums sums,
        BigDecimal total,
        long version,
        List<OpeningAction> actions) {

    OpeningView with(List<OpeningAction> may) {
        return new OpeningView(
                id,
                number,
                effectiveOn,
                fileName,
                state,
                preparedBy,
                postedBy,
                reason,
                rows,
                agreements,
                sums,
                total,
                version,
                may);
    }
}
