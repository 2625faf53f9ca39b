package ru.mos.clusters.agreement;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;

/**
 * A payment of an instalment, or of a participant's part of it.
 *
 * @param position of the instalment
 * @param onBehalf who had the share in whose place the payee is paid; null: the payee itself
 * @param account number it goes to, 20 digits
 * @param amount roubles
 * @param returned what of it came back, in roubles
 * @param heldBack what of it is set off against a demand and not paid by the bank, in roubles
 * @param twoChiefs whether two have to approve it
 * @param orderedOn day of the instruction
 * @param executedOn day on which the bank executed it
 * @param instruction the latest that was issued to the bank
 * @param reason why it was cancelled or rejected
 * @param actions what the caller may do to it now
 */
public record PaymentView(
        UUID id,
        long number,
        UUID agreement,
        long agreementNumber,
        int position,
        Inn payee,
        @Nullable String payeeName,
        @Nullable Inn onBehalf,
        UUID accountId,
        String account,
        String bank,
        BigDecimal amount,
        BigDecimal returned,
        BigDecimal heldBack,
        int year,
        String kbk,
        PaymentState state,
        boolean twoChiefs,
        String preparedBy,
        @Nullable String approvedBy,
        @Nullable String secondBy,
        @Nullable LocalDate orderedOn,
        @Nullable LocalDate executedOn,
        @Nullable UUID instruction,
        @Nullable String reason,
        long version,
        List<PaymentAction> actions)
        implements Serializable {

    /** Whose share it is. */
    Inn share() {
        return onBehalf == null ? payee : onBehalf;
    }

    /** What the bank is to pay. */
    public BigDecimal net() {
        return amount.subtract(heldBack);
    }
}
