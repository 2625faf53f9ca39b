package ru.mos.clusters.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it stands in the journal.
 *
 * @param amount its debit side
 * @param reversedBy the entry that takes it back
 * @param debitAccount of the budget chart of accounts, as that stood on the day; of a correction that of what it takes back, debit
 *     and credit exchanged; null where it books nothing there
 */
public record EntryView(
        long id,
        Operation operation,
        LocalDate effectiveOn,
        Instant recordedAt,
        String actor,
        String memo,
        @Nullable String sourceKind,
        @Nullable String source,
        @Nullable Long reverses,
        @Nullable Long reversedBy,
        @Nullable String debitAccount,
        @Nullable String creditAccount,
        BigDecimal amount,
        List<Leg> legs) {

    /** Which account it debits or credits, and what that held after it. */
    public record Leg(String account, BigDecimal debit, BigDecimal credit, BigDecimal balance) {}

    EntryView with(List<Leg> all) {
        return new EntryView(
                id,
                operation,
                effectiveOn,
                recordedAt,
                actor,
                memo,
                sourceKind,
                source,
                reverses,
                reversedBy,
                debitAccount,
                creditAccount,
                amount,
                all);
    }
}
