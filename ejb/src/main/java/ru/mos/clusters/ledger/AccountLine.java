package ru.mos.clusters.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line of the statement of an account.
 *
 * @param line 1, 2, 3… in the order in which they were posted
 * @param balance of the account after it
 * @param sourceKind kind of the document behind it, as the record of changes knows it
 */
public record AccountLine(
        long line,
        long entry,
        Operation operation,
        LocalDate effectiveOn,
        Instant recordedAt,
        String actor,
        String memo,
        @Nullable String sourceKind,
        @Nullable String source,
        BigDecimal debit,
        BigDecimal credit,
        BigDecimal balance) {}
