package ru.mos.clusters.recovery;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;

/**
 * A demand.
 *
 * @param basis how the sum came about, in words and figures
 * @param met what came back so far, in roubles
 * @param pending kept back from payments that the bank has not executed yet
 * @param overdue what should have come back by today and did not
 * @param dueOn the next day by which something is due; null before it is issued and where nothing is
 * @param document by which it was deferred or written off
 * @param actions what the caller may do to it now
 * @param parts which payments it takes back; empty in lists and for penalties
 * @param terms in the order of days; empty in lists
 * @param repayments in the order they were made; empty in lists
 */
public record RecoveryOrderView(
        UUID id,
        long number,
        UUID agreement,
        long agreementNumber,
        UUID breach,
        long breachNumber,
        RecoveryKind kind,
        Inn payer,
        @Nullable String payerName,
        BigDecimal amount,
        String basis,
        int year,
        String kbk,
        BigDecimal met,
        BigDecimal pending,
        BigDecimal overdue,
        @Nullable LocalDate dueOn,
        RecoveryState state,
        String drawnBy,
        @Nullable String issuedBy,
        @Nullable LocalDate issuedOn,
        @Nullable String endedBy,
        @Nullable LocalDate endedOn,
        @Nullable String reason,
        @Nullable String document,
        long version,
        List<RecoveryAction> actions,
        List<RecoveryPart> parts,
        List<RecoveryTerm> terms,
        List<RepaymentView> repayments)
        implements Serializable {

    RecoveryOrderView with(List<RecoveryPart> some, List<RecoveryTerm> when, List<RepaymentView> how) {
        return new RecoveryOrderView(
                id,
                number,
                agreement,
                agreementNumber,
                breach,
                breachNumber,
                kind,
                payer,
                payerName,
                amount,
                basis,
                year,
                kbk,
                met,
                pending,
                overdue,
                dueOn,
                state,
                drawnBy,
                issuedBy,
                issuedOn,
                endedBy,
                endedOn,
                reason,
                document,
                version,
                actions,
                some,
                when,
                how);
    }

    /** What is still to come, that nothing is kept back for. */
    public BigDecimal open() {
        return state == RecoveryState.ISSUED ? amount.subtract(met).subtract(pending) : BigDecimal.ZERO;
    }
}
