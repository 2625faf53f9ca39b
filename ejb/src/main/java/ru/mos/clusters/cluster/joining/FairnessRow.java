package ru.mos.clusters.cluster.joining;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How applications of a period were dealt with, in a sector or in one cluster.
 *
 * @param code of the cluster; null for a whole sector
 * @param name of the cluster; null for a whole sector
 * @param refusedWithoutGround those of {@code refused} that name no listed ground
 * @param open those that wait for their answer
 * @param overdue answered after the term, or waiting longer than it
 * @param medianDays from submission to decision; null where nothing was decided
 * @param longestDays the same at most
 */
public record FairnessRow(
        String sector,
        @Nullable String code,
        @Nullable String name,
        long applications,
        long admitted,
        long refused,
        long refusedWithoutGround,
        long withdrawn,
        long open,
        long overdue,
        @Nullable BigDecimal medianDays,
        @Nullable Long longestDays) {

    /** A row of {@code Fairness.sql} with the place of the cluster in its sector. */
    record Row(
            String sector,
            @Nullable Integer number,
            @Nullable String code,
            @Nullable String name,
            long applications,
            long admitted,
            long refused,
            long refusedWithoutGround,
            long withdrawn,
            long open,
            long overdue,
            @Nullable BigDecimal medianDays,
            @Nullable Long longestDays) {
        FairnessRow view() {
            return new FairnessRow(
                    sector,
                    code,
                    name,
                    applications,
                    admitted,
                    refused,
                    refusedWithoutGround,
                    withdrawn,
                    open,
                    overdue,
                    medianDays,
                    longestDays);
        }
    }
}
