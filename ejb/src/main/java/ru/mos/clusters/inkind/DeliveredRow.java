package ru.mos.clusters.inkind;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What recipients confirmed of a service in a year, for a sector or a cluster.
 *
 * @param place code of the sector or cluster
 * @param needed of the sector in the year; null where no need is entered, and for clusters
 * @param offered to the sector by accredited organisations; null for clusters
 * @param shared offered to any sector; the same capacity stands in the row of each; null for clusters
 * @param times how often it was delivered
 * @param delivered in units of the service
 * @param value roubles
 * @param waited days from request to delivery, the median; null where nothing was delivered
 * @param quality mean of the marks, 1 to 5; null likewise
 * @param timeliness likewise
 */
public record DeliveredRow(
        String place,
        Term service,
        Term unit,
        @Nullable BigDecimal needed,
        @Nullable BigDecimal offered,
        @Nullable BigDecimal shared,
        long times,
        BigDecimal delivered,
        BigDecimal value,
        @Nullable BigDecimal waited,
        @Nullable BigDecimal quality,
        @Nullable BigDecimal timeliness) {

    /** A row of {@code Delivered.sql}. */
    record Row(
            String place,
            String service,
            String serviceRu,
            String serviceEn,
            String unitRu,
            String unitEn,
            long times,
            BigDecimal delivered,
            BigDecimal value,
            BigDecimal waited,
            BigDecimal quality,
            BigDecimal timeliness) {

        DeliveredRow beside(@Nullable BigDecimal needed, @Nullable BigDecimal offered, @Nullable BigDecimal shared) {
            return new DeliveredRow(
                    place,
                    new Term(service, serviceRu, serviceEn),
                    new Term(service, unitRu, unitEn),
                    needed,
                    offered,
                    shared,
                    times,
                    delivered,
                    value,
                    waited,
                    quality,
                    timeliness);
        }
    }
}
