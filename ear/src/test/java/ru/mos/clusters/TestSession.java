package ru.mos.clusters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import ru.mos.clusters.launcher.EmbeddedDatabase;

/**
 * Before the first test: an own PostgreSQL and an own copy of the server's folder, thrown away after the last.
 */
public class TestSession implements LauncherSessionListener {

    private static final int OFFSET = Integer.getInteger("clusters.test.offset", 100);

    private static EmbeddedDatabase database;
    private Path folder;

    /** The database, to take it away and give it back. */
    public static EmbeddedDatabase database() {
        return database;
    }

    /** A connection of the superuser, to prepare and to look at what the application wrote. */
    public static java.sql.Connection superuser() throws SQLException {
        return java.sql.DriverManager.getConnection(System.getProperty("clusters.db.url"), "postgres", "");
    }

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (System.getProperty("server.home") == null) {
            return; // a plain unit test run from an editor
        }
        try {
            folder = Files.createTempDirectory("clusters-test");
            database = EmbeddedDatabase.forTests(folder);
            System.setProperty("clusters.db.url", database.url());
            letJudgementsGiveWay();
            System.setProperty("clusters.data.dir", folder.resolve("data").toString());
            System.setProperty("clusters.test.offset", Integer.toString(OFFSET));
            System.setProperty("clusters.test.management", Integer.toString(9990 + OFFSET));
            System.setProperty("clusters.test.base", copyOfServer().toString());
            System.setProperty("clusters.test.issuer", "http://127.0.0.1:" + (8085 + OFFSET));
            System.setProperty("clusters.url", "http://127.0.0.1:" + (8080 + OFFSET) + "/");
        } catch (IOException | SQLException failure) {
            throw new IllegalStateException("the tests' database did not start", failure);
        }
    }

    /** Where a test empties tables that a judgement reads just then, the judgement is broken off; it is made again anyway. */
    private static void letJudgementsGiveWay() throws SQLException {
        try (var connection = superuser();
                var statement = connection.createStatement()) {
            for (var role : List.of("postgres", "clusters_owner")) {
                statement.execute("alter role " + role + " set deadlock_timeout = '20s'");
            }
        }
    }

    private Path copyOfServer() throws IOException {
        var from = Path.of(System.getProperty("server.home"), "standalone", "configuration");
        var to = folder.resolve("server");
        Files.createDirectories(to.resolve("configuration"));
        Files.createDirectories(to.resolve("deployments"));
        try (var all = Files.list(from)) {
            for (var file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                Files.copy(
                        file,
                        to.resolve("configuration").resolve(file.getFileName()),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return to;
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (database == null) {
            return;
        }
        try {
            database.close();
            try (var all = Files.walk(folder)) {
                for (var path : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
                    Files.deleteIfExists(path);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
