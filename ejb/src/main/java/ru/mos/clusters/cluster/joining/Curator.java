package ru.mos.clusters.cluster.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Tasks.Doer;

/** Who has to see to a cluster: its curator, or ГЦКР where it has none. */
@ApplicationScoped
class Curator {

    @Inject
    private Sql sql;

    Doer of(UUID cluster) {
        return sql.with(handle -> handle.createQuery(
                                "select login from cluster.curators_on(platform.today(), null) where cluster_id = :cluster")
                        .bind("cluster", cluster)
                        .mapTo(String.class)
                        .findOne())
                .map(Doer::person)
                .orElseGet(() -> Doer.role(Role.GCKR));
    }
}
