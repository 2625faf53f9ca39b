package ru.mos.clusters.cluster.agglomeration;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Paper;

/**
 * That a cluster belongs to an agglomeration, in a period with its end exclusive.
 *
 * @param cluster its id
 * @param decision that put it there
 * @param ended the decision that takes it out again; null where none does
 */
public record AssignmentView(
        UUID agglomeration,
        String agglomerationCode,
        String agglomerationName,
        UUID cluster,
        String clusterCode,
        String clusterName,
        String sector,
        LocalDate from,
        @Nullable LocalDate to,
        Paper decision,
        @Nullable Paper ended) {

    /** A row of the list. */
    record Row(
            UUID agglomeration,
            String agglomerationCode,
            String agglomerationName,
            UUID cluster,
            String clusterCode,
            String clusterName,
            String sector,
            LocalDate validFrom,
            @Nullable LocalDate validUntil,
            String documentTitle,
            @Nullable String documentNumber,
            LocalDate documentOn,
            @Nullable String endTitle,
            @Nullable String endNumber,
            @Nullable LocalDate endOn) {
        AssignmentView view() {
            return new AssignmentView(
                    agglomeration,
                    agglomerationCode,
                    agglomerationName,
                    cluster,
                    clusterCode,
                    clusterName,
                    sector,
                    validFrom,
                    validUntil,
                    new Paper(documentTitle, documentNumber, documentOn),
                    endTitle == null || endOn == null ? null : new Paper(endTitle, endNumber, endOn));
        }
    }
}
