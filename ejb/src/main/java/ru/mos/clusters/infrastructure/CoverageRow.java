package ru.mos.clusters.infrastructure;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How far the need of a sector for a service is covered in a year.
 *
 * @param sector code; null where the service is offered to any sector and no sector has entered a need
 * @param needed as entered; null where nothing is
 * @param basis of the need
 * @param offered to this sector by accredited organisations on the days on which they are
 * @param shared offered to any sector; the same capacity stands in the row of each
 */
public record CoverageRow(
        @Nullable String sector,
        @Nullable String sectorRu,
        @Nullable String sectorEn,
        String service,
        String serviceRu,
        String serviceEn,
        String unitRu,
        String unitEn,
        @Nullable BigDecimal needed,
        @Nullable String basis,
        BigDecimal offered,
        BigDecimal shared) {

    /** How far. */
    public CoverageOutcome outcome() {
        if (needed == null) {
            return CoverageOutcome.NEED_UNKNOWN;
        }
        if (offered.compareTo(needed) >= 0) {
            return CoverageOutcome.COVERED;
        }
        return offered.add(shared).compareTo(needed) >= 0 ? CoverageOutcome.WITH_SHARED : CoverageOutcome.SHORT;
    }

    /** How much is lacking even with all that is shared; zero where nothing is. */
    public BigDecimal lacking() {
        var rest = needed == null ? BigDecimal.ZERO : needed.subtract(offered).subtract(shared);
        return rest.max(BigDecimal.ZERO);
    }
}
