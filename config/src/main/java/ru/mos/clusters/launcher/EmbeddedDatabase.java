package ru.mos.clusters.launcher;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL in a folder, with a database, an owner of its schema and the application's role that can do less.
 * Durable: the library's fast and forgetful defaults are overridden.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private final Path folder;
    private final boolean durable;
    private EmbeddedPostgres server;

    private EmbeddedDatabase(Path folder, boolean durable, int port) throws IOException, SQLException {
        this.folder = folder;
        this.durable = durable;
        endLeftOver();
        server = start(port);
        prepare();
    }

    /** Starts it in the folder, making the database there if there is none yet. */
    public static EmbeddedDatabase durable(Path folder, int port) throws IOException, SQLException {
        return new EmbeddedDatabase(folder, true, port);
    }

    /** For tests: fast, on a free port, in an empty folder that is thrown away afterwards. */
    public static EmbeddedDatabase forTests(Path folder) throws IOException, SQLException {
        return new EmbeddedDatabase(folder, false, 0);
    }

    private EmbeddedPostgres start(int port) throws IOException {
        Files.createDirectories(folder);
        var safety = durable ? "on" : "off";
        var log = folder.resolve("postgresql.out").toFile();
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgresql"))
                .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
                .setCleanDataDirectory(false)
                .setPGStartupWait(Duration.ofMinutes(2))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log))
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log))
                .setLocaleConfig("locale", "C.UTF-8")
                .setLocaleConfig("encoding", "UTF8")
                .setServerConfig("fsync", safety)
                .setServerConfig("synchronous_commit", safety)
                .setServerConfig("full_page_writes", safety)
                .setServerConfig("max_connections", "120")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("work_mem", "16MB")
                .setServerConfig("maintenance_work_mem", "256MB")
                .setServerConfig("max_wal_size", "2GB")
                .setServerConfig("jit", "off")
                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                .setServerConfig("timezone", "UTC");
        if (port != 0) {
            Ports.requireFree("127.0.0.1", port, "PostgreSQL");
            builder.setPort(port);
        }
        try {
            return builder.start();
        } catch (IOException | RuntimeException failure) {
            throw new IllegalStateException("PostgreSQL did not start in " + folder + " (" + failure.getMessage()
                    + "). What it said itself: " + folder.resolve("postgresql.out"));
        }
    }

    /** A launcher that was killed leaves its PostgreSQL running; two on one folder would destroy it. */
    private void endLeftOver() throws IOException {
        var pidFile = folder.resolve("postgresql").resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
        var left = ProcessHandle.of(pid)
                .filter(process -> process.info().command().orElse("").contains("postgres"));
        if (left.isPresent()) {
            left.get().destroy();
            try {
                left.get().onExit().get(30, TimeUnit.SECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException stays) {
                left.get().destroyForcibly();
            }
        }
    }

    private void prepare() throws SQLException {
        try (var connection = superuser("postgres")) {
            if (!exists(connection, "select from pg_roles where rolname = 'clusters_owner'")) {
                execute(connection, "create role clusters_owner login password 'clusters_owner'");
                execute(connection, "create role clusters_app login password 'clusters_app'");
            }
            if (!exists(connection, "select from pg_database where datname = 'clusters'")) {
                execute(connection, "create database clusters owner clusters_owner");
            }
        }
        try (var connection = superuser("clusters")) {
            if (!exists(connection, "select from pg_namespace where nspname = 'infra'")) {
                execute(connection, "revoke all on database clusters from public");
                execute(connection, "grant connect, temporary on database clusters to clusters_app");
                execute(connection, "revoke all on schema public from public");
                execute(connection, "alter schema public owner to clusters_owner");
                execute(connection, "grant usage on schema public to clusters_app");
                execute(connection, "create schema infra authorization clusters_app");
                execute(connection, "alter role clusters_app in database clusters set search_path = infra, public");
                execute(connection, "create extension if not exists pg_stat_statements");
            }
        }
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (var running = connection.createStatement()) {
            running.execute(statement);
        }
    }

    /** A connection that may do everything, for preparing and for tests. */
    public Connection superuser(String database) throws SQLException {
        return server.getDatabase("postgres", database).getConnection();
    }

    /** JDBC address of the application's database. */
    public String url() {
        return url(server.getPort());
    }

    /** JDBC address of the application's database that runs in the folder, started by another program. */
    public static String urlOfRunning(Path folder) throws IOException {
        var pidFile = folder.resolve("postgresql").resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            throw new IllegalStateException("another program uses " + folder
                    + ", but its database is not running yet. Try again when it is ready.");
        }
        return url(Integer.parseInt(Files.readAllLines(pidFile).get(3).strip()));
    }

    private static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/clusters";
    }

    /** TCP port. */
    public int port() {
        return server.getPort();
    }

    /** Folder of PostgreSQL's own programs. */
    public @Nullable Path binaries() throws IOException {
        try (var found = Files.walk(folder.resolve("binaries"), 4)) {
            return found.filter(path -> path.endsWith("bin/pg_ctl"))
                    .findAny()
                    .map(Path::getParent)
                    .orElse(null);
        }
    }

    /** Kills the main process, as a crash would. For tests. */
    public void crash() throws IOException {
        var pid = Files.readAllLines(folder.resolve("postgresql").resolve("postmaster.pid"))
                .get(0)
                .strip();
        ProcessHandle.of(Long.parseLong(pid)).ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
    }

    /** Whether the main process of PostgreSQL lives. */
    boolean alive() {
        var pidFile = folder.resolve("postgresql").resolve("postmaster.pid");
        try {
            return Files.exists(pidFile)
                    && ProcessHandle.of(Long.parseLong(
                                    Files.readAllLines(pidFile).get(0).strip()))
                            .map(ProcessHandle::isAlive)
                            .orElse(false);
        } catch (IOException | RuntimeException unreadable) {
            return false;
        }
    }

    /** After a crash of the main process: starts it again on the same port; PostgreSQL recovers from its log. */
    public void restart() throws IOException {
        int port = server.getPort();
        try {
            server.close();
        } catch (IOException | RuntimeException alreadyGone) {
            // what is left of it is of no interest: the data are in the folder
        }
        server = start(port);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
