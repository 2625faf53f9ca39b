package ru.mos.clusters.eligibility;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.VerdictStore.Recorded;
import ru.mos.clusters.eligibility.VerdictStore.Stood;
import ru.mos.clusters.eligibility.rule.Verdict;
import ru.mos.clusters.ownership.MemberLinks;
import ru.mos.clusters.ownership.OwnershipChanged;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.registry.FactChanged;
import ru.mos.clusters.registry.release.ReleaseMerged;

/**
 * Judges clusters on today and notices who stands otherwise than before: the new verdict is kept, and where the outcome as
 * a whole is another, the curator gets a task; so it does of a waiver whose end is near.
 *
 * <p>A session bean, for its container ends the transaction even where the application is stopped in the middle; the
 * interceptor of CDI is gone by then and would leave it open.
 */
@Stateless
@DenyAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Evaluation {

    /** In whose name an evaluation keeps verdicts and opens tasks. */
    static final String LOGIN = "system";

    @EJB
    private Evaluation self;

    @Inject
    private ManyHands hands;

    @Inject
    private Judge judge;

    @Inject
    private MemberLinks memberLinks;

    @Inject
    private VerdictStore store;

    @Inject
    private OutcomeTasks tasks;

    @Inject
    private WaiverTasks waivers;

    @Inject
    private TouchedClusters touched;

    @Inject
    private Time time;

    /** Judges those clusters on today whose verdict may be another for a change of ownership. */
    @PermitAll
    public Evaluated evaluateTouched(OwnershipChanged change) {
        return evaluateTouched(touched.by(change));
    }

    /** Judges those clusters on today whose verdict may be another for a release that came or went. */
    @PermitAll
    public Evaluated evaluateTouched(ReleaseMerged release) {
        return evaluateTouched(touched.byRelease(release.release()));
    }

    /** Judges those clusters on today whose verdict may be another for a fact about a subject. */
    @PermitAll
    public Evaluated evaluateTouched(FactChanged fact) {
        return evaluateTouched(touched.by(fact.inn()));
    }

    private Evaluated evaluateTouched(@Nullable Collection<UUID> clusters) {
        return clusters != null && clusters.isEmpty() ? new Evaluated(time.today(), 0, 0, 0) : evaluate(clusters);
    }

    /** Judges the clusters on today, some at a time, each time for good; null: all. */
    @PermitAll
    public Evaluated evaluate(@Nullable Collection<UUID> clusters) {
        var today = time.today();
        var stretches = judge.stretches(clusters);
        if (stretches.size() > 1) {
            memberLinks.prepare();
        }
        var done = hands.each(stretches, some -> self.evaluateStretch(some, today)).stream()
                .reduce(new Evaluated(today, 0, 0, 0), Evaluated::plus);
        self.warn(clusters, today);
        return done;
    }

    /** Tells of waivers whose end has come near; null: of all clusters. */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void warn(@Nullable Collection<UUID> clusters, LocalDate today) {
        waivers.warn(clusters, today);
    }

    /** Judges a few clusters in a transaction of its own. */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Evaluated evaluateStretch(Collection<UUID> some, LocalDate today) {
        var upTo = judge.latestChange(null);
        var stood = store.standings(some);
        var verdicts = judge.judge(some, today, upTo, null);
        var still = new ArrayList<UUID>();
        int outcomes = 0;
        for (var verdict : verdicts) {
            var before = stood.get(verdict.cluster());
            if (before != null && before.recorded().equals(Recorded.of(verdict))) {
                still.add(verdict.cluster());
                continue;
            }
            store.stands(verdict, store.keep(verdict, LOGIN, before == null ? null : before.recorded()), upTo);
            if (before != null && before.outcome() != verdict.outcome()) {
                outcomes++;
                open(before, verdict);
            }
        }
        store.standStill(still, today, upTo);
        return new Evaluated(today, verdicts.size(), verdicts.size() - still.size(), outcomes);
    }

    private void open(Stood before, Verdict verdict) {
        var earlier = store.trace(before.verdictId()).orElseThrow();
        tasks.open(earlier, verdict);
    }
}
