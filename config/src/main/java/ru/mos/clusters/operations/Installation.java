package ru.mos.clusters.operations;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.launcher.DataFolder;
import ru.mos.clusters.launcher.EmbeddedDatabase;
import ru.mos.clusters.launcher.Settings;
import ru.mos.clusters.platform.Migrations;

/**
 * Everything of an installation that must survive: a database, reached as its two roles, and the folder of documents. An
 * embedded database that is not running is started for as long as this is open.
 */
final class Installation implements AutoCloseable {

    private static final String SETTINGS =
            "set timezone = 'UTC'; set datestyle = 'ISO'; set intervalstyle = 'postgres';"
                    + " set bytea_output = 'hex'; set extra_float_digits = 1; set work_mem = '64MB'; set statement_timeout = 0;"
                    + " set lock_timeout = 0; set idle_in_transaction_session_timeout = 0";

    private final Settings settings;
    private final String url;
    private final DataFolder folder;
    private final @Nullable EmbeddedDatabase started;

    private Installation(Settings settings, String url, DataFolder folder, @Nullable EmbeddedDatabase started) {
        this.settings = settings;
        this.url = url;
        this.folder = folder;
        this.started = started;
    }

    /** The installation that the settings name, whether its server runs or not. */
    static Installation existing(Settings settings) throws IOException, SQLException {
        var folder = new DataFolder(settings.dataDirectory());
        if (settings.databaseUrl() != null) {
            return ofServer(settings, settings.databaseUrl(), folder);
        }
        if (!folder.hasDatabase()) {
            throw new Refused(
                    "there is no database in " + folder.path() + ". Set CLUSTERS_DATA_DIR to the folder of the"
                            + " embedded one, or CLUSTERS_DB_URL to the address of a server.");
        }
        if (folder.claim()) {
            return embedded(settings, folder);
        }
        return new Installation(settings, EmbeddedDatabase.urlOfRunning(folder.path()), folder, null);
    }

    /** The place for a restored installation. An embedded database is made there. */
    static Installation empty(Settings settings) throws IOException, SQLException {
        var folder = new DataFolder(settings.dataDirectory());
        if (folder.hasDocuments() || (settings.databaseUrl() == null && folder.hasDatabase())) {
            throw new Refused(folder.path() + " is not empty: a backup is restored into an empty folder only. Move it"
                    + " away or set CLUSTERS_DATA_DIR to another one.");
        }
        if (settings.databaseUrl() != null) {
            return ofServer(settings, settings.databaseUrl(), folder);
        }
        folder.make();
        if (!folder.claim()) {
            throw new Refused("another run uses " + folder.path() + ". Stop it first.");
        }
        folder.markUnfinished();
        return embedded(settings, folder);
    }

    private static Installation ofServer(Settings settings, String url, DataFolder folder) {
        if (!settings.environment().containsKey("CLUSTERS_DATA_DIR")) {
            throw new Refused("CLUSTERS_DATA_DIR is not set: where do the documents lie?");
        }
        return new Installation(settings, url, folder, null);
    }

    private static Installation embedded(Settings settings, DataFolder folder) throws IOException, SQLException {
        var database = EmbeddedDatabase.durable(folder.path(), 0);
        return new Installation(settings, database.url(), folder, database);
    }

    /** The roles by which a database is entered. */
    enum Role {
        OWNER("CLUSTERS_DB_OWNER_USER", "CLUSTERS_DB_OWNER_PASSWORD", "clusters_owner"),
        APPLICATION("CLUSTERS_DB_USER", "CLUSTERS_DB_PASSWORD", "clusters_app");

        private final String user;
        private final String password;
        private final String usual;

        Role(String user, String password, String usual) {
            this.user = user;
            this.password = password;
            this.usual = usual;
        }
    }

    /** A connection on which values are written as in every backup, and no limit of the server's cuts a long work off. */
    Connection connect(Role role) throws SQLException {
        try {
            var connection = DriverManager.getConnection(url, login(role), password(role));
            Sql.run(connection, SETTINGS);
            return connection;
        } catch (SQLException failure) {
            throw new Refused(
                    String.valueOf(failure.getSQLState()).startsWith("08")
                            ? "the database at " + url + " does not answer: " + failure.getMessage()
                                    + " Check that it runs and that CLUSTERS_DB_URL names it."
                            : "the database does not let " + login(role) + " in: " + failure.getMessage() + ". Check "
                                    + role.user + " and " + role.password + ".");
        }
    }

    /** The migrations, to be run on this database. */
    FluentConfiguration migrations() {
        return Migrations.steps(login(Role.APPLICATION)).dataSource(url, login(Role.OWNER), password(Role.OWNER));
    }

    private String login(Role role) {
        return setting(role.user, role.usual);
    }

    private String password(Role role) {
        return setting(role.password, role.usual);
    }

    /** The embedded database has fixed roles: what is set for a server does not concern it. */
    private String setting(String name, String usual) {
        return settings.databaseUrl() == null ? usual : settings.environment().getOrDefault(name, usual);
    }

    /** The stored documents. */
    DocumentStore documents() {
        return new DocumentStore(folder.path().resolve("documents"));
    }

    /** Says that the restored folder is whole. */
    void finished() throws IOException {
        folder.markFinished();
    }

    /** Where the data lie, for people. */
    String shown() {
        return Optional.ofNullable(settings.databaseUrl()).orElse("embedded database") + ", documents in "
                + folder.path().resolve("documents");
    }

    @Override
    public void close() throws IOException {
        if (started != null) {
            started.close();
        }
        folder.close();
    }
}
