package ru.mos.clusters.cluster;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import ru.mos.clusters.ownership.OwnershipChanged;
import ru.mos.clusters.registry.release.ReleaseMerged;

/** What calls for members to be assessed anew: a release or owners that came or went. What is missed, the night makes good. */
@ApplicationScoped
class SmeTriggers {

    private static final Logger LOG = Logger.getLogger(SmeTriggers.class.getName());

    @Resource
    private ManagedExecutorService executor;

    @EJB
    private SmeDisagreements disagreements;

    /** Many changes in a row are answered once. */
    private final AtomicBoolean waiting = new AtomicBoolean();

    void registerChanged(@Observes ReleaseMerged release) {
        soon();
    }

    void ownershipChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) OwnershipChanged change) {
        soon();
    }

    private void soon() {
        if (waiting.compareAndSet(false, true)) {
            var unused = executor.submit(this::assess);
        }
    }

    private void assess() {
        waiting.set(false);
        try {
            disagreements.assessMembers();
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "the members were not assessed anew; the night will do it", failure);
        }
    }
}
