package ru.mos.clusters.cluster.joining;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Paper;

/**
 * A ground on which joining may be refused.
 *
 * @param cluster whose documents list it; null: it is one for all
 * @param document which document lists it, for a cluster's own
 * @param clause where in the document
 * @param to first day on which it holds no more; null while it does
 */
public record GroundView(
        UUID id,
        String code,
        @Nullable UUID cluster,
        String nameRu,
        String nameEn,
        @Nullable Paper document,
        @Nullable String clause,
        LocalDate from,
        @Nullable LocalDate to) {

    /** A row of the directory. */
    record Row(
            UUID id,
            String code,
            @Nullable UUID clusterId,
            String nameRu,
            String nameEn,
            @Nullable String documentTitle,
            @Nullable String documentNumber,
            @Nullable LocalDate documentDate,
            @Nullable String clause,
            LocalDate validFrom,
            @Nullable LocalDate validUntil) {

        GroundView view() {
            return new GroundView(
                    id,
                    code,
                    clusterId,
                    nameRu,
                    nameEn,
                    documentTitle == null || documentDate == null
                            ? null
                            : new Paper(documentTitle, documentNumber, documentDate),
                    clause,
                    validFrom,
                    validUntil);
        }
    }
}
