package ru.mos.clusters.bank;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An instruction as it stands.
 *
 * @param number of the payment order, one to six digits, within its year
 * @param account of ours that pays
 * @param repeats the rejected instruction in whose place it stands
 * @param repeatedBy the one that stands in its place
 * @param concludedOn day on which the bank executed or rejected it, or we withdrew it
 * @param reason why it was rejected or withdrawn
 * @param document of a statement that shows it executed
 * @param actions what the caller may do to it now
 */
public record InstructionView(
        UUID id,
        int number,
        LocalDate day,
        UUID account,
        Payee payee,
        BigDecimal amount,
        String purpose,
        int year,
        String kbk,
        Source source,
        InstructionState state,
        @Nullable UUID repeats,
        @Nullable UUID repeatedBy,
        @Nullable LocalDate concludedOn,
        @Nullable String reason,
        @Nullable UUID document,
        String issuedBy,
        long version,
        List<InstructionAction> actions) {

    InstructionView with(List<InstructionAction> may) {
        return new InstructionView(
                id,
                number,
                day,
                account,
                payee,
                amount,
                purpose,
                year,
                kbk,
                source,
                state,
                repeats,
                repeatedBy,
                concludedOn,
                reason,
                document,
                issuedBy,
                version,
                may);
    }

    /** Whether it is what was asked for. */
    boolean answers(NewInstruction order) {
        return day.equals(order.day())
                && payee.equals(order.payee())
                && amount.compareTo(order.amount()) == 0
                && purpose.equals(order.purpose())
                && year == order.year()
                && kbk.equals(order.kbk())
                && source.equals(order.source());
    }
}
