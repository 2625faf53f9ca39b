package ru.mos.clusters.bank.file;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a statement says as a whole.
 *
 * @param encoding that the bytes are in, by its IANA name
 * @param until its last day
 * @param opening, closing balances; received, paid: the bank's totals; null where the bank does not give them
 * @param turnover sum of the documents' amounts
 * @param remarks what does not fit together, the first hundred
 */
public record StatementSummary(
        StatementFormat format,
        String version,
        String encoding,
        String account,
        LocalDate from,
        LocalDate until,
        @Nullable BigDecimal opening,
        @Nullable BigDecimal received,
        @Nullable BigDecimal paid,
        @Nullable BigDecimal closing,
        int documents,
        BigDecimal turnover,
        List<StatementRemark> remarks) {}
