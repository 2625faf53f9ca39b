package ru.mos.clusters.support.intake;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.platform.intake.ImportLease;
import ru.mos.clusters.registry.release.ReleaseState;

/**
 * Runs one import of the register of recipients at a time in all servers. An import is one transaction: what a crash cuts
 * off leaves nothing behind and is begun again; one that keeps failing is left as FAILED for a person.
 */
@Singleton
@Startup
@DependsOn("Migrator")
@PermitAll
@RunAs(Role.DEPARTMENT)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class SupportImportQueue {

    private static final Logger LOG = Logger.getLogger(SupportImportQueue.class.getName());
    private static final long LEAVE = 20101129;
    private static final int MOST_ATTEMPTS = 5;

    private final ReentrantLock one = new ReentrantLock();
    private @Nullable Future<?> current;
    private volatile @Nullable ImportLease lease;
    private boolean away;
    private volatile boolean gone;

    @Inject
    private SupportImportStore store;

    @Inject
    private SupportImportRun run;

    @Resource
    private ManagedExecutorService executor;

    @Resource
    private ManagedThreadFactory threads;

    @Resource(lookup = "java:jboss/datasources/ClustersDS")
    private DataSource database;

    /** A server that stops cleanly lets the next one begin at once. */
    @PreDestroy
    void giveUp() {
        gone = true; // a look under way must not ask for the leave again
        release();
    }

    /** Looks whether there is something to do, now rather than at the next tick. */
    @RolesAllowed(Role.DEPARTMENT)
    public void wake() {
        var unused = executor.submit(this::look);
    }

    /** Looks whether there is something to do. */
    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void look() {
        if (!one.tryLock()) {
            return;
        }
        try {
            if (current == null || current.isDone()) {
                if (!store.isWork()) {
                    release();
                } else if (mayImport()) {
                    current = executor.submit(this::work);
                }
            }
            away = false;
        } catch (RuntimeException failure) {
            if (!away) {
                LOG.log(
                        Level.WARNING,
                        "The queue of imports of recipients of support cannot be read; trying again",
                        failure);
            }
            away = true;
        } finally {
            one.unlock();
        }
    }

    /** With the leave in hand nobody else imports: what is marked as running was cut off, here or elsewhere. */
    private void work() {
        try {
            for (var next = store.takeNext(); next.isPresent() && leave(); next = store.takeNext()) {
                go(next.get());
            }
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "Imports of recipients of support are interrupted; trying again", failure);
        }
    }

    private void go(long id) {
        try {
            run.run(id);
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, failure, () -> "Import of recipients of support " + id + " failed");
            if (store.row(id).attempts() >= MOST_ATTEMPTS) {
                store.ended(id, ReleaseState.FAILED);
            }
        }
    }

    private boolean leave() {
        var held = lease;
        return held != null && held.isHeld();
    }

    private boolean mayImport() {
        if (!leave() && !gone) {
            release();
            lease = ImportLease.ask(database, LEAVE, threads);
        }
        if (gone) {
            release();
        }
        return leave();
    }

    private void release() {
        var held = lease;
        lease = null;
        if (held != null) {
            held.close();
        }
    }
}
