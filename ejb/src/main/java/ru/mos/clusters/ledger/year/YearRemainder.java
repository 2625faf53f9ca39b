package ru.mos.clusters.ledger.year;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a year now, of a budget code or of a subject under it; in roubles.
 *
 * @param subject null: of the line itself, which alone holds free appropriations and limits
 * @param appropriation not given out as limits
 * @param limit free
 * @param nextLimit free under the same code in the next year
 */
public record YearRemainder(
        String kbk,
        @Nullable String subject,
        BigDecimal appropriation,
        BigDecimal limit,
        BigDecimal reserved,
        BigDecimal committed,
        BigDecimal due,
        BigDecimal nextLimit) {

    /** What may be registered again as a commitment: what is committed and what is due. */
    public BigDecimal unpaid() {
        return committed.add(due);
    }
}
