package ru.mos.clusters.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;

/** Bulk work that takes effect at once or not at all, however long it takes; outside of any other transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class LongTransaction {

    private static final int LONGEST_SECONDS = 6 * 60 * 60;

    @Inject
    private Sql sql;

    @Resource(lookup = "java:jboss/TransactionManager") // a UserTransaction is kept from container-managed beans
    private TransactionManager transaction;

    /** A transaction long enough for a whole country. */
    public <T> T inOne(Function<Handle, T> work) {
        boolean done = false;
        try {
            transaction.setTransactionTimeout(LONGEST_SECONDS);
            transaction.begin();
            T result = sql.with(handle -> patiently(handle, () -> {
                handle.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
                handle.execute("set local statement_timeout = 0");
                handle.execute("set local lock_timeout = 0");
                handle.execute("set local work_mem = '256MB'");
                handle.execute("set local jit = off");
                return work.apply(handle);
            }));
            transaction.commit();
            done = true;
            return Objects.requireNonNull(result);
        } catch (NotSupportedException | SystemException impossible) {
            throw new IllegalStateException(impossible);
        } catch (jakarta.transaction.RollbackException
                | jakarta.transaction.HeuristicMixedException
                | jakarta.transaction.HeuristicRollbackException failure) {
            throw new IllegalStateException("a long transaction could not be committed", failure);
        } finally {
            finish(done);
        }
    }

    /** Waits as long as it takes for the database's word; any other call gives up a silent database after a while. */
    private static <T> T patiently(Handle handle, Supplier<T> work) {
        var connection = handle.getConnection();
        int usual = networkTimeout(connection, 0);
        try {
            return work.get();
        } finally {
            networkTimeout(connection, usual);
        }
    }

    private static int networkTimeout(Connection connection, int millis) {
        try {
            int before = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, millis);
            return before;
        } catch (SQLException away) {
            return 0; // a lost connection: nobody uses it again
        }
    }

    private void finish(boolean done) {
        try {
            if (!done && transaction.getStatus() != jakarta.transaction.Status.STATUS_NO_TRANSACTION) {
                transaction.rollback();
            }
            transaction.setTransactionTimeout(0);
        } catch (SystemException away) {
            throw new IllegalStateException(away);
        }
    }
}
