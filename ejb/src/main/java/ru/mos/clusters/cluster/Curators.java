package ru.mos.clusters.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.platform.Sql;

/** Who can look after a cluster: whoever acts for ГЦКР. */
@ApplicationScoped
class Curators {

    @Inject
    private Sql sql;

    /** All of them, by name. */
    List<Clusters.Candidate> all() {
        return sql.with(handle -> handle.createQuery("""
                        select u.login, u.name
                          from platform.app_user u
                          join platform.user_role r on r.login = u.login
                         where u.active and r.role = :gckr
                         order by u.name, u.login""")
                .bind("gckr", Role.GCKR)
                .mapTo(Clusters.Candidate.class)
                .list());
    }

    /** @throws Problem {@code curator-unknown}, {@code curator-not-of-gckr} */
    void require(String login) {
        boolean ofGckr = sql.with(handle -> handle.createQuery("""
                                select exists (select from platform.user_role r where r.login = u.login and r.role = :gckr)
                                  from platform.app_user u
                                 where u.login = :login and u.active""")
                        .bind("login", login)
                        .bind("gckr", Role.GCKR)
                        .mapTo(Boolean.class)
                        .findOne())
                .orElseThrow(() -> new Problem(ClusterProblem.CURATOR_UNKNOWN).at("/curator"));
        if (!ofGckr) {
            throw new Problem(ClusterProblem.CURATOR_NOT_OF_GCKR, login).at("/curator");
        }
    }
}
