package ru.mos.clusters.eligibility;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.rule.Outcome;
import ru.mos.clusters.eligibility.rule.RuleCode;
import ru.mos.clusters.platform.Paper;

/**
 * A recorded conclusion.
 *
 * @param by login of who recorded it
 * @param validTo last day; null while it lasts
 * @param withdrawnBy login of who withdrew it; null unless somebody did
 */
public record ConclusionView(
        UUID id,
        UUID cluster,
        RuleCode rule,
        String part,
        Outcome outcome,
        String statement,
        Paper document,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String by,
        Instant recordedAt,
        @Nullable String withdrawnBy,
        @Nullable Instant withdrawnAt) {

    /** A row of the list. */
    record Row(
            UUID id,
            UUID cluster,
            RuleCode rule,
            String part,
            Outcome outcome,
            String statement,
            String documentTitle,
            @Nullable String documentNumber,
            LocalDate documentOn,
            LocalDate validFrom,
            @Nullable LocalDate validUntil,
            long number,
            String givenBy,
            Instant givenAt,
            @Nullable String withdrawnBy,
            @Nullable Instant withdrawnAt) {

        ConclusionView view() {
            return new ConclusionView(
                    id,
                    cluster,
                    rule,
                    part,
                    outcome,
                    statement,
                    new Paper(documentTitle, documentNumber, documentOn),
                    validFrom,
                    validUntil == null ? null : validUntil.minusDays(1),
                    givenBy,
                    givenAt,
                    withdrawnBy,
                    withdrawnAt);
        }
    }
}
