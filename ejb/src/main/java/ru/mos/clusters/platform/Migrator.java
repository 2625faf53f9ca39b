package ru.mos.clusters.platform;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.sql.SQLException;
import java.util.Objects;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/**
 * Brings the database to the form this version needs, before anything else touches it. A database that cannot do
 * Russian, or a migration that fails, stops the start with a message that says how to mend it.
 */
@Singleton
@Startup
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class Migrator {

    private static final Logger LOG = Logger.getLogger(Migrator.class.getName());

    @Resource(lookup = "java:jboss/datasources/ClustersOwnerDS")
    private DataSource owner;

    @Resource(lookup = "java:jboss/datasources/ClustersDS")
    private DataSource application;

    @PostConstruct
    void migrate() {
        String role;
        try (var connection = application.getConnection()) {
            role = Objects.requireNonNull(connection.getMetaData().getUserName());
        } catch (SQLException failure) {
            throw new StartRefused(
                    "The database cannot be reached as the application's role. Check CLUSTERS_DB_URL, CLUSTERS_DB_USER"
                            + " and CLUSTERS_DB_PASSWORD, and that the database server runs. " + reason(failure));
        }
        requireFitness();
        try {
            var migrations = Migrations.steps(role).dataSource(owner).load();
            Migrations.newer(migrations).ifPresent(Migrator::refuseNewer);
            var done = migrations.migrate();
            requireTrigrams();
            LOG.info(() -> "Database schema ready, migrations applied: " + done.migrationsExecuted);
        } catch (FlywayException failure) {
            throw new StartRefused(
                    "The database schema could not be migrated; nothing of the failed step was kept. Check that"
                            + " CLUSTERS_DB_OWNER_USER owns the database, restore the backup or install the version that"
                            + " made it, then start again (config/docs/operations.md, \"Upgrade\"). "
                            + oneLine(Objects.requireNonNullElse(failure.getMessage(), "")));
        }
    }

    private static void refuseNewer(String step) {
        throw new StartRefused("The database was brought forward by a newer version (its step " + step
                + "), which this one would misread. Install that version again, or restore the backup made before the"
                + " upgrade (config/docs/operations.md, \"Upgrade\").");
    }

    private void requireFitness() {
        try (var connection = owner.getConnection()) {
            Migrations.unfit(connection).ifPresent(reason -> {
                throw new StartRefused(reason);
            });
        } catch (SQLException failure) {
            throw new StartRefused("The database cannot be reached as the schema's owner. Check CLUSTERS_DB_URL,"
                    + " CLUSTERS_DB_OWNER_USER and CLUSTERS_DB_OWNER_PASSWORD. " + reason(failure));
        }
    }

    /** A locale can fold case and still not know that Cyrillic letters are letters to the trigram index. */
    private void requireTrigrams() {
        try (var connection = application.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select cardinality(public.show_trgm('стройка')) > 3")) {
            row.next();
            if (!row.getBoolean(1)) {
                throw new StartRefused("The database's LC_CTYPE does not know Russian letters: search by parts of names"
                        + " would find nothing. Create it anew with locale C.UTF-8 or ru_RU.UTF-8"
                        + " (config/docs/operations.md, \"Database\") and move the data by backup and restore.");
            }
        } catch (SQLException failure) {
            throw new StartRefused(
                    "The application's role cannot use the schema. Check that CLUSTERS_DB_USER is the role"
                            + " named when the database was prepared (config/docs/operations.md, \"Database\"). "
                            + reason(failure));
        }
    }

    /** The run command shows the line that says why; what the database said must be in it. */
    private static String oneLine(String message) {
        return message.replaceAll("\\s*\\R[-\\s]*", "; ");
    }

    /** What the driver said, below what the pool made of it. */
    private static @Nullable String reason(Throwable failure) {
        var cause = failure.getCause();
        return cause == null || cause == failure ? failure.getMessage() : reason(cause);
    }

    /** Why the application does not start, in words for the administrator. */
    public static final class StartRefused extends IllegalStateException {
        StartRefused(String message) {
            super("START REFUSED: " + message);
            Logger.getLogger(Migrator.class.getName()).severe(getMessage());
        }
    }
}
