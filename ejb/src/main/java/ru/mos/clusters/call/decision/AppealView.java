package ru.mos.clusters.call.decision;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;

/**
 * An appeal.
 *
 * @param decision against which; null: against the outcome of the formal check
 * @param until last day on which it could be lodged
 * @param reason why it was upheld or dismissed
 * @param money what the call has left by year and budget code, for who decides; empty for applicants
 * @param actions what the caller may do to it now
 */
public record AppealView(
        UUID id,
        long number,
        UUID application,
        String applicationNumber,
        UUID call,
        String callCode,
        Inn applicant,
        @Nullable String applicantName,
        @Nullable UUID decision,
        AppealState state,
        String text,
        LocalDate lodgedOn,
        LocalDate until,
        @Nullable String reason,
        @Nullable String decidedBy,
        BigDecimal asked,
        List<MoneyLeft> money,
        List<AppealAction> actions,
        long version)
        implements Serializable {

    /** Confirmed money of a call less what was awarded. */
    public record MoneyLeft(int year, String kbk, BigDecimal confirmed, BigDecimal awarded, BigDecimal left)
            implements Serializable {}

    /** Where a reinstated application could be paid from: the earliest year with enough money left; empty: the reserve. */
    public @Nullable Integer possibleYear() {
        return MoneyChoice.year(asked, money);
    }
}
