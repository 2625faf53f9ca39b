package ru.mos.clusters.eligibility;

import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import ru.mos.clusters.cluster.ClusterProblem;
import ru.mos.clusters.platform.Problem;

/** The first day of a cluster: nothing is concluded or waived of it before. */
record Beginning(String code, LocalDate day) {

    /** @throws Problem {@code cluster-unknown}, {@code date-before-cluster} */
    static Beginning required(Handle handle, UUID cluster, LocalDate from) {
        var beginning = handle.createQuery("""
                        select c.code, p.valid_from as day
                          from cluster.cluster c
                          join cluster.particulars p on p.cluster_id = c.id and p.superseded_by is null
                         where c.id = :id""")
                .bind("id", cluster)
                .mapTo(Beginning.class)
                .findOne()
                .orElseThrow(() -> new Problem(ClusterProblem.CLUSTER_UNKNOWN, cluster));
        if (from.isBefore(beginning.day())) {
            throw new Problem(ClusterProblem.DATE_BEFORE_CLUSTER, beginning.code(), beginning.day()).at("/validFrom");
        }
        return beginning;
    }
}
