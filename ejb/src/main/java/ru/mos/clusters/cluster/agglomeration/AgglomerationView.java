package ru.mos.clusters.cluster.agglomeration;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.ClusterStatus;
import ru.mos.clusters.platform.Paper;

/**
 * An agglomeration as it stands on a date.
 *
 * @param to first day on which it exists no more; null while it does
 * @param clusters in it on the date
 * @param decision that founded it
 * @param ended the decision that ends it; null while none does
 * @param version of the agglomeration with all that hangs on it
 */
public record AgglomerationView(
        UUID id,
        String code,
        String name,
        ClusterStatus status,
        LocalDate from,
        @Nullable LocalDate to,
        Paper decision,
        @Nullable Paper ended,
        long clusters,
        long version) {

    /** A row of the list. */
    record Row(
            UUID id,
            int number,
            String code,
            String name,
            ClusterStatus status,
            LocalDate validFrom,
            @Nullable LocalDate validUntil,
            String documentTitle,
            @Nullable String documentNumber,
            LocalDate documentOn,
            @Nullable String endTitle,
            @Nullable String endNumber,
            @Nullable LocalDate endOn,
            long clusters,
            long version) {
        AgglomerationView view() {
            var decision = new Paper(documentTitle, documentNumber, documentOn);
            var ended = endTitle == null || endOn == null ? null : new Paper(endTitle, endNumber, endOn);
            return new AgglomerationView(
                    id, code, name, status, validFrom, validUntil, decision, ended, clusters, version);
        }
    }
}
