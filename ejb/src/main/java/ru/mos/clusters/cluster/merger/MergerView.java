package ru.mos.clusters.cluster.merger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.registry.LegalForm;

/**
 * A merger of clusters.
 *
 * @param clusters those that exist no more from the day on, by sector and number
 * @param successor the one that exists from then on; null while a new one is not opened yet
 * @param newCluster what a new cluster is to be; null where others join an existing one
 * @param lastBy login of whoever recorded the present state
 * @param version changes with every step
 */
public record MergerView(
        UUID id,
        List<ClusterRef> clusters,
        @Nullable ClusterRef successor,
        @Nullable NewCluster newCluster,
        String sector,
        LocalDate day,
        Paper document,
        MergerState state,
        @Nullable String refusal,
        String proposedBy,
        Instant proposedAt,
        String lastBy,
        long version) {

    /** A cluster by its names. */
    public record ClusterRef(UUID id, String code, String name) {}

    /** A cluster to be opened. */
    public record NewCluster(
            String name,
            Inn organisation,
            @Nullable String organisationName,
            @Nullable LegalForm legalForm,
            @Nullable String curator) {}

    /** A row of {@code Mergers.sql}: the merger with one of its clusters. */
    record Row(
            UUID id,
            UUID clusterId,
            String clusterCode,
            String clusterName,
            @Nullable UUID successorId,
            @Nullable String successorCode,
            @Nullable String successorName,
            @Nullable String newName,
            @Nullable Inn organisationInn,
            @Nullable String organisationName,
            @Nullable LegalForm legalForm,
            @Nullable String curator,
            String sector,
            LocalDate day,
            String documentTitle,
            @Nullable String documentNumber,
            LocalDate documentDate,
            MergerState state,
            @Nullable String refusal,
            String proposedBy,
            Instant proposedAt,
            String lastBy,
            long rowId) {

        ClusterRef cluster() {
            return new ClusterRef(clusterId, clusterCode, clusterName);
        }

        MergerView with(List<ClusterRef> clusters) {
            return new MergerView(
                    id,
                    clusters,
                    successorId == null || successorCode == null || successorName == null
                            ? null
                            : new ClusterRef(successorId, successorCode, successorName),
                    newName == null || organisationInn == null
                            ? null
                            : new NewCluster(newName, organisationInn, organisationName, legalForm, curator),
                    sector,
                    day,
                    new Paper(documentTitle, documentNumber, documentDate),
                    state,
                    refusal,
                    proposedBy,
                    proposedAt,
                    lastBy,
                    rowId);
        }
    }
}
