package ru.mos.clusters.eligibility;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.VerdictStore.Recorded;
import ru.mos.clusters.eligibility.VerdictStore.Stood;
import ru.mos.clusters.eligibility.rule.Verdict;
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
public class Evaluation {

    /** In whose name an evaluation keeps verdicts and opens tasks. */
    static final String LOGIN = "system";

    @Inject
    private Judge judge;

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

    /** Judges the clusters on today; null: all. */
    @PermitAll
    public Evaluated evaluate(@Nullable Collection<UUID> clusters) {
        var today = time.today();
        var upTo = judge.latestChange(null);
        var done = new Evaluated(today, 0, 0, 0);
        for (var some : judge.stretches(clusters)) {
            done = done.plus(evaluate(some, today, upTo));
        }
        waivers.warn(clusters, today);
        return done;
    }

    private Evaluated evaluate(Collection<UUID> some, LocalDate today, Instant upTo) {
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
