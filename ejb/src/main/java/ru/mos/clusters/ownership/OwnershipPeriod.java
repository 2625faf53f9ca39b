package ru.mos.clusters.ownership;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.graph.EdgeKind;
import ru.mos.clusters.platform.Fraction;

/**
 * What a source said of two parties, and for how long.
 *
 * @param since null where the source does not say
 * @param until first day on which it no longer holds; null while it lasts, and for what extracts show
 * @param shownFrom the day of the first extract that shows it; null for a single statement, as is {@code shownThrough}
 * @param supersededAt when it ceased to be believed; null while it is
 */
public record OwnershipPeriod(
        AffiliationView.Who owner,
        AffiliationView.Who subject,
        EdgeKind kind,
        @Nullable Fraction share,
        @Nullable Fraction votes,
        @Nullable LocalDate since,
        @Nullable LocalDate until,
        @Nullable LocalDate shownFrom,
        @Nullable LocalDate shownThrough,
        OwnershipSource source,
        @Nullable Instant recordedAt,
        @Nullable Instant supersededAt) {}
