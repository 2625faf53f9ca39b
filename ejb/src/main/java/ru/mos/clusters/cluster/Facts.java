package ru.mos.clusters.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.DatePeriod;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.ProblemTranslator;

/** Writes facts about clusters without ever overwriting one. Whoever changes a cluster takes it with {@link #take} first. */
@ApplicationScoped
class Facts {

    @PersistenceContext
    private EntityManager em;

    /**
     * The cluster for a change: others who want to change it wait, and its version is counted up.
     *
     * @param expected the version the caller saw; null where no one asks
     * @throws Problem {@code cluster-unknown}, {@code changed-meanwhile}
     */
    Cluster take(UUID id, @Nullable Long expected) {
        var cluster = em.find(Cluster.class, id, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        if (cluster == null) {
            throw new Problem(ClusterProblem.CLUSTER_UNKNOWN, id);
        }
        if (expected != null && expected != cluster.version()) {
            throw new Problem(PlatformProblem.CHANGED_MEANWHILE);
        }
        return cluster;
    }

    /** What holds true today about the cluster, in the order of time. */
    <F extends Fact> List<F> live(Class<F> kind, Cluster cluster) {
        return em.createQuery(
                        "select f from " + kind.getSimpleName()
                                + " f where f.cluster = :cluster and f.supersededBy is null order by f.from",
                        kind)
                .setParameter("cluster", cluster)
                .getResultList();
    }

    /** Name and existence of the cluster. */
    Particulars particulars(Cluster cluster) {
        return live(Particulars.class, cluster).get(0);
    }

    /** What replaces takes the place of what is replaced, in an order that the constraints of the database bear. */
    void replace(Collection<? extends Fact> replaced, Collection<? extends Fact> replacing, long change) {
        replaced.forEach(fact -> fact.supersede(change));
        flush();
        replacing.forEach(em::persist);
        flush();
    }

    /** The facts hold no longer from that day on; what would have begun on it or later never held. */
    void end(Collection<? extends Fact> facts, LocalDate on, long change) {
        var ended = facts.stream()
                .filter(fact -> on.isBefore(fact.period().until()))
                .toList();
        var shortened = ended.stream()
                .filter(fact -> fact.from().isBefore(on))
                .map(fact -> fact.during(new DatePeriod(fact.from(), on), change))
                .toList();
        replace(ended, shortened, change);
    }

    /** Something new. */
    void add(Object entity) {
        em.persist(entity);
    }

    /** So that a constraint of the database speaks here and in the user's words, not at the commit. */
    void flush() {
        try {
            em.flush();
        } catch (PersistenceException refused) {
            throw ProblemTranslator.translate(refused)
                    .map(RuntimeException.class::cast)
                    .orElse(refused);
        }
    }
}
