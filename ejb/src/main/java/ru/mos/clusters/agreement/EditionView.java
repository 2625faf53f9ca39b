package ru.mos.clusters.agreement;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An agreement as it was first signed, or as amended.
 *
 * @param number from 1 on
 * @param byYear whether each instalment is committed under the limits of the year it is paid in; otherwise all under one year's, as
 *     before it was told apart
 * @param reason why it was amended; null of the first
 * @param commitmentNumber under which the finance body registered it; null until it did
 * @param refusal why the finance body did not register it the last time
 */
public record EditionView(
        int number,
        AgreementTerms terms,
        BigDecimal amount,
        boolean byYear,
        @Nullable String reason,
        String drawnBy,
        @Nullable String signedBy,
        @Nullable LocalDate signedOn,
        @Nullable String commitmentNumber,
        @Nullable LocalDate commitmentOn,
        @Nullable String refusal)
        implements Serializable {

    /** Whether it counts or counted. */
    public boolean isRegistered() {
        return commitmentOn != null;
    }
}
