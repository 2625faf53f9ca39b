package ru.mos.clusters.execution;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.Inn;

/**
 * A line of the report on the execution of a budget year by what the money was given for; in roubles. The figures mean what they
 * mean in the ledger's {@link ru.mos.clusters.ledger.ExecutionLine}. Of a participant only what payments tell is known: reserved,
 * committed, lapsed and executed are null.
 *
 * @param line by which its entries are asked for; empty: all lines together
 * @param id of a measure its programme and code, of a call or agreement its UUID, of a participant the INN; null of none
 * @param code by which the measure, call or agreement goes, or the subject of the ledger
 * @param inn of the party to the agreement, or of the participant
 * @param nameRu of the measure, call, party or participant
 * @param executed what was paid as a share of all that was set apart; null where that is nothing
 */
public record GrantLine(
        String line,
        GrantLineKind kind,
        @Nullable String id,
        @Nullable String code,
        @Nullable Inn inn,
        @Nullable String nameRu,
        @Nullable String nameEn,
        @Nullable BigDecimal reserved,
        @Nullable BigDecimal committed,
        BigDecimal due,
        BigDecimal paid,
        BigDecimal accepted,
        @Nullable BigDecimal lapsed,
        BigDecimal returned,
        BigDecimal returnedLater,
        @Nullable Fraction executed) {

    /** @return null of what is not known */
    public @Nullable BigDecimal figure(ExecutionFigure figure) {
        return switch (figure) {
            case RESERVED -> reserved;
            case COMMITTED -> committed;
            case DUE -> due;
            case PAID -> paid;
            case ACCEPTED -> accepted;
            case LAPSED -> lapsed;
            case RETURNED -> returned;
            case RETURNED_LATER -> returnedLater;
        };
    }
}
