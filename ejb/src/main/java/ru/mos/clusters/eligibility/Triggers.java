package ru.mos.clusters.eligibility;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import ru.mos.clusters.cluster.MembershipChanged;
import ru.mos.clusters.eligibility.rule.Verdict;
import ru.mos.clusters.ownership.OwnershipChanged;
import ru.mos.clusters.ownership.ReadingsChanged;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.registry.FactChanged;
import ru.mos.clusters.registry.release.ReleaseMerged;
import ru.mos.clusters.registry.release.WithdrawalTried;

/**
 * What calls for an evaluation, soon after the change is committed: a changed cluster for one of that cluster; a release, an
 * import of ownership, a stake, a person found to be another, a fact entered by hand for one of the clusters they touch. What
 * a crash leaves undone, the night makes good.
 */
@ApplicationScoped
class Triggers {

    private static final Logger LOG = Logger.getLogger(Triggers.class.getName());

    @Resource
    private ManagedExecutorService executor;

    @EJB
    private Evaluation evaluation;

    @Inject
    private Judge judge;

    @Inject
    private Time time;

    /** Clusters that wait, so that many changes in a row are judged once. */
    private final Set<UUID> waiting = ConcurrentHashMap.newKeySet();

    void clusterChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) MembershipChanged change) {
        soon(change.cluster());
    }

    void concluded(@Observes(during = TransactionPhase.AFTER_SUCCESS) ConclusionChanged change) {
        soon(change.cluster());
    }

    void rulesChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) RulesChanged change) {
        later(() -> evaluation.evaluate(null));
    }

    void readingsChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) ReadingsChanged change) {
        later(() -> evaluation.evaluate(null));
    }

    /** Fired after its commit, and again after a crash until it gets through, so the failure is the caller's to see. */
    void registerChanged(@Observes ReleaseMerged release) {
        evaluation.evaluateTouched(release);
    }

    /** The transaction that brought it may still be open. */
    void ownershipChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) OwnershipChanged change) {
        later(() -> evaluation.evaluateTouched(change));
    }

    void factChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) FactChanged change) {
        later(() -> evaluation.evaluateTouched(change));
    }

    private void later(Runnable judging) {
        var unused = executor.submit(() -> {
            try {
                judging.run();
            } catch (RuntimeException failure) {
                LOG.log(Level.WARNING, "the clusters touched were not judged again; the night will do it", failure);
            }
        });
    }

    /** Says whose outcome would be another, within the transaction in which the release is out of force. */
    void withdrawalTried(@Observes WithdrawalTried trial) {
        var today = time.today();
        var now = judge.judge(null, today, null, null).stream()
                .collect(Collectors.toMap(Verdict::cluster, Verdict::outcome));
        for (var then : judge.judgeUncommitted(today)) {
            var before = now.get(then.cluster());
            if (before != null && before != then.outcome()) {
                trial.add(new WithdrawalTried.Effect(
                        "CLUSTER",
                        then.clusterCode(),
                        before.name(),
                        then.outcome().name()));
            }
        }
    }

    private void soon(UUID cluster) {
        if (waiting.add(cluster)) {
            var unused = executor.submit(() -> evaluateOne(cluster));
        }
    }

    private void evaluateOne(UUID cluster) {
        waiting.remove(cluster);
        try {
            evaluation.evaluate(List.of(cluster));
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, failure, () -> "cluster " + cluster + " was not judged again; the night will do it");
        }
    }
}
