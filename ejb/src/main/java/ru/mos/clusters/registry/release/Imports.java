package ru.mos.clusters.registry.release;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
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
import java.util.Properties;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.platform.intake.ImportLease;

/**
 * Runs one import at a time in all servers, and takes up again by itself what a crash or a stop of a server or the database
 * cut off. An import that keeps failing is left as FAILED for a person.
 */
@Singleton
@Startup
@DependsOn("Migrator")
@PermitAll
@RunAs(Role.DEPARTMENT)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Imports {

    private static final Logger LOG = Logger.getLogger(Imports.class.getName());
    private static final long LEASE = 20101125;
    private static final int MOST_WAITS_AT_THE_END = 200;
    private static final int MOST_ATTEMPTS = 5;

    private final ReentrantLock one = new ReentrantLock();
    private volatile @Nullable Long current;
    private volatile @Nullable ImportLease lease;
    private volatile boolean away;
    private volatile boolean gone;

    @Inject
    private ReleaseStore store;

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
        try {
            letEnd();
        } finally {
            release();
        }
    }

    /**
     * An import torn off in the middle of a block would leave its transaction, and what that has locked, with a thread that
     * outlives this deployment.
     */
    private void letEnd() {
        Long execution = current;
        try {
            if (execution != null && alive()) {
                BatchRuntime.getJobOperator().stop(execution);
                for (int i = 0; i < MOST_WAITS_AT_THE_END && alive(); i++) {
                    Thread.sleep(100);
                }
            }
        } catch (RuntimeException away) { // the batch environment of the deployment may be gone already
            LOG.log(Level.FINE, "The import cannot be asked to end", away);
        } catch (InterruptedException shutdown) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks whether there is something to do, now rather than at the next tick. */
    @RolesAllowed(Role.DEPARTMENT)
    public void wake() {
        var unused = executor.submit(this::lookSoon);
    }

    /** The import before may be about to end. */
    private void lookSoon() {
        try {
            for (int i = 0; i < 20 && !looked(); i++) {
                Thread.sleep(100);
            }
        } catch (InterruptedException shutdown) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks whether there is something to do. */
    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void look() {
        looked();
    }

    /** Whether there was leave to look: no import runs, and nobody else looks. */
    private boolean looked() {
        if (!one.tryLock()) {
            return false;
        }
        try {
            boolean free = !alive();
            if (!free) {
                heedStop();
            } else if (!store.isWork()) {
                release();
            } else if (mayImport()) {
                goOn();
            }
            away = false;
            return free;
        } catch (RuntimeException failure) {
            if (!away) {
                LOG.log(Level.WARNING, "The queue of imports cannot be read; trying again every two seconds", failure);
            }
            away = true;
            return true;
        } finally {
            one.unlock();
        }
    }

    /** Whether the import this server started last is still at work. */
    private boolean alive() {
        Long execution = current;
        if (execution == null) {
            return false;
        }
        BatchStatus status =
                BatchRuntime.getJobOperator().getJobExecution(execution).getBatchStatus();
        return status == BatchStatus.STARTING || status == BatchStatus.STARTED || status == BatchStatus.STOPPING;
    }

    private boolean mayImport() {
        if (gone) {
            return false;
        }
        var held = lease;
        if (held == null || !held.isHeld()) {
            release();
            held = ImportLease.ask(database, LEASE, threads);
            lease = held;
            if (gone) {
                release();
                return false;
            }
        }
        return held.isHeld();
    }

    private void release() {
        var held = lease;
        lease = null;
        if (held != null) {
            held.close();
        }
    }

    /** With the leave in hand nobody else imports: what is marked as running was cut off, here or elsewhere. */
    private void goOn() {
        var cut = store.takeUp();
        if (cut.isPresent()) {
            resume(cut.get());
        } else {
            store.takeNext().ifPresent(this::start);
        }
    }

    /** The request to stop may have come by another server. */
    private void heedStop() {
        store.running().filter(ReleaseStore.Running::stopRequested).ifPresent(this::halt);
    }

    private void halt(ReleaseStore.Running running) {
        Long execution = running.jobExecution();
        if (execution != null && execution.equals(current) && alive()) {
            BatchRuntime.getJobOperator().stop(execution);
        }
    }

    private void resume(ReleaseStore.Running cut) {
        if (cut.stopRequested() && cut.state() == ReleaseState.RUNNING) {
            store.ended(cut.id(), ReleaseState.STOPPED);
        } else if (cut.attempts() >= MOST_ATTEMPTS) {
            LOG.severe("Import of release " + cut.id() + " failed " + MOST_ATTEMPTS + " times and is left as FAILED");
            store.ended(cut.id(), ReleaseState.FAILED);
        } else if (cut.jobExecution() == null) {
            start(cut.id());
        } else {
            LOG.info("Import of release " + cut.id() + " was cut off and goes on");
            restart(cut.id(), cut.jobExecution());
        }
    }

    private void restart(long release, long execution) {
        JobOperator operator = BatchRuntime.getJobOperator();
        try {
            long restarted = operator.restart(execution, null);
            current = restarted;
            store.started(release, restarted);
        } catch (BatchRuntimeException notRestartable) {
            LOG.log(Level.FINE, "A new job goes on with release " + release, notRestartable);
            start(release);
        }
    }

    private void start(long release) {
        var parameters = new Properties();
        parameters.setProperty("release", Long.toString(release));
        long execution = BatchRuntime.getJobOperator().start("release", parameters);
        current = execution;
        store.started(release, execution);
    }

    /** Asks the running import to stop after the block it is at. */
    @RolesAllowed(Role.DEPARTMENT)
    public void stop(long release) {
        store.running().filter(running -> running.id() == release).ifPresent(this::halt);
        wake();
    }
}
