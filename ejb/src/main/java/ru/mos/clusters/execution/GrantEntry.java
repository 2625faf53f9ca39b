package ru.mos.clusters.execution;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ledger.Operation;

/**
 * An entry of the ledger by which a figure of a line moved.
 *
 * @param account which it moved
 * @param sourceKind kind of the document behind it, as the record of changes knows it
 * @param amount by which the figure became more, in roubles; less than zero: became less
 */
public record GrantEntry(
        long entry,
        LocalDate effectiveOn,
        Operation operation,
        String memo,
        @Nullable String sourceKind,
        @Nullable String source,
        String account,
        BigDecimal amount) {}
