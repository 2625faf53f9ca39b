package ru.mos.clusters.bank.statement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.bank.file.StatementFormat;

/**
 * A statement as it stands.
 *
 * @param number under which we keep it
 * @param encoding that its bytes are in
 * @param account null while we do not know it
 * @param until its last day
 * @param turnover sum of its documents
 * @param matched how many of its documents execute an instruction or are assigned
 * @param gapBefore whether days before it, since the statement before, are in none, though the balance changed in them
 * @param problems empty in lists
 * @param actions what the caller may do to it now
 */
public record StatementView(
        UUID id,
        long number,
        String fileName,
        StatementFormat format,
        String formatVersion,
        String encoding,
        String accountNumber,
        @Nullable UUID account,
        LocalDate from,
        LocalDate until,
        @Nullable BigDecimal opening,
        @Nullable BigDecimal received,
        @Nullable BigDecimal paid,
        @Nullable BigDecimal closing,
        int documents,
        BigDecimal turnover,
        int matched,
        StatementState state,
        boolean gapBefore,
        String uploadedBy,
        @Nullable String concludedBy,
        @Nullable String reason,
        long version,
        List<StatementProblem> problems,
        List<StatementAction> actions) {

    /** Documents that nobody and nothing has placed. */
    public int unmatched() {
        return documents - matched;
    }

    StatementView with(List<StatementProblem> all, List<StatementAction> may) {
        return new StatementView(
                id,
                number,
                fileName,
                format,
                formatVersion,
                encoding,
                accountNumber,
                account,
                from,
                until,
                opening,
                received,
                paid,
                closing,
                documents,
                turnover,
                matched,
                state,
                gapBefore,
                uploadedBy,
                concludedBy,
                reason,
                version,
                all,
                may);
    }
}
