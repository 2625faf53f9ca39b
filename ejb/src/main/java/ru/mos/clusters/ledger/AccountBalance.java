package ru.mos.clusters.ledger;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an account holds.
 *
 * @param code names it everywhere: stage, year, budget code and subject, parted by dashes
 * @param debit all that was entered there on the debit side up to the day
 * @param credit all that was entered on the credit side, positive
 * @param balance debit less credit
 */
public record AccountBalance(
        String code,
        Stage stage,
        String nameRu,
        String nameEn,
        int year,
        String kbk,
        @Nullable String subject,
        BigDecimal debit,
        BigDecimal credit,
        BigDecimal balance) {

    /** The stage by name, the year, and the subject if it has one. */
    public String name(Locale locale) {
        var stageName = locale.getLanguage().equals("en") ? nameEn : nameRu;
        return stageName + ", " + year + (subject == null ? "" : ", " + subject);
    }
}
