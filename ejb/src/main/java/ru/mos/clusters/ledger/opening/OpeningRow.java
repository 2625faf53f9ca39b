package ru.mos.clusters.ledger.opening;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;

/**
 * A row of opening balances: of an agreement, or of a budget line itself.
 *
 * @param position among all rows, from 1
 * @param line of its sheet in the workbook, from 1
 * @param number of the agreement; null of a budget line, as are {@code signedOn}, {@code inn} and {@code subject}
 * @param signedOn date of the agreement
 * @param inn whom the agreement is with
 * @param subject under which the ledger keeps the agreement
 * @param total all sums together, in roubles
 */
public record OpeningRow(
        int position,
        int line,
        @Nullable String number,
        @Nullable LocalDate signedOn,
        @Nullable Inn inn,
        @Nullable String subject,
        int year,
        String kbk,
        OpeningSums sums,
        BigDecimal total) {}
