package ru.mos.clusters.platform.intake;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * The leave to import, which one server has at a time. It is a lock of a database session kept open meanwhile: whatever
 * becomes of the holder, the session ends and the leave is free, so that a server of any name can tell work cut off from
 * work under way and take it up.
 */
public final class ImportLease implements AutoCloseable {

    private final DataSource database;
    private final long key;
    private final CompletableFuture<Boolean> granted = new CompletableFuture<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile boolean held;

    private ImportLease(DataSource database, long key) {
        this.database = database;
        this.key = key;
    }

    /**
     * Asks for the leave; see {@link #isHeld} for the answer.
     *
     * @param key which leave: the number of the database's advisory lock
     */
    public static ImportLease ask(DataSource database, long key, ThreadFactory threads) {
        var lease = new ImportLease(database, key);
        // a thread of its own: the container takes connections back from those it lends between calls
        threads.newThread(lease::hold).start();
        lease.granted.join();
        return lease;
    }

    private void hold() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            // a holder whose machine vanished without a farewell is found out within a minute
            statement.execute("set tcp_keepalives_idle = 30");
            statement.execute("set tcp_keepalives_interval = 10");
            statement.execute("set tcp_keepalives_count = 3");
            try (var answer = statement.executeQuery("select pg_try_advisory_lock(" + key + ")")) {
                held = answer.next() && answer.getBoolean(1);
            }
            granted.complete(held);
            while (held && !end.await(2, TimeUnit.SECONDS)) {
                statement.execute("select 1");
            }
            if (held) {
                statement.execute("select pg_advisory_unlock(" + key + ")");
            }
        } catch (SQLException away) {
            // the session is gone, and with it the leave
        } catch (InterruptedException shutdown) {
            Thread.currentThread().interrupt();
        } finally {
            held = false;
            granted.complete(false);
        }
    }

    /** Whether this server has it, and has it still. */
    public boolean isHeld() {
        return held;
    }

    @Override
    public void close() {
        end.countDown();
    }
}
