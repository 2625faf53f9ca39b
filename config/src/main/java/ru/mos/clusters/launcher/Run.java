package ru.mos.clusters.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The run command: database, server, users and demo data, then stays until Ctrl-C. */
public final class Run implements AutoCloseable {

    private final Settings settings;
    private final PrintStream out;
    private final DataFolder folder;
    private final Server server;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable EmbeddedDatabase database;

    private Run(Settings settings, Path home, Path ear, PrintStream out) throws IOException {
        this.settings = settings;
        this.out = out;
        folder = new DataFolder(settings.dataDirectory());
        folder.make();
        if (!folder.claim()) {
            throw new IllegalStateException("another run uses " + folder.path() + ". Stop it, or set CLUSTERS_DATA_DIR"
                    + " and CLUSTERS_HTTP_PORT to run beside it.");
        }
        if (folder.isUnfinished()) {
            throw new IllegalStateException("a restore into " + folder.path() + " was cut off, so it is not whole."
                    + " Delete the folder and restore the backup again.");
        }
        server = new Server(home, ear, settings);
    }

    /** Started by the build; see the README. */
    public static void main(String[] arguments) throws Exception {
        try {
            var home = Path.of(System.getProperty("clusters.server")).toRealPath();
            var ear = Path.of(System.getProperty("clusters.ear")).toRealPath();
            var settings = Settings.of(System.getenv(), home.resolveSibling("data"));
            var run = new Run(settings, home, ear, System.out);
            Runtime.getRuntime().addShutdownHook(new Thread(run::close, "stop"));
            run.start();
            run.watch();
        } catch (IllegalStateException refused) {
            System.out.println("NOT STARTED: " + refused.getMessage());
            System.exit(1);
        }
    }

    private void startDatabase() throws IOException, SQLException {
        if (settings.databaseUrl() == null) {
            out.println("Starting PostgreSQL in " + folder.path());
            database = EmbeddedDatabase.durable(folder.path(), settings.databasePort());
            server.use(Map.of(
                    "CLUSTERS_DB_URL", database.url(),
                    "CLUSTERS_DB_USER", "clusters_app",
                    "CLUSTERS_DB_PASSWORD", "clusters_app",
                    "CLUSTERS_DB_OWNER_USER", "clusters_owner",
                    "CLUSTERS_DB_OWNER_PASSWORD", "clusters_owner"));
        }
    }

    private void start() throws IOException, InterruptedException, SQLException {
        Ports.requireFree(settings.bind(), settings.httpPort(), "HTTP");
        Ports.requireFree("127.0.0.1", settings.managementPort(), "management");
        startDatabase();
        out.println("Starting the server (log: " + settings.dataDirectory().resolve("server.out") + ")");
        server.start();
        server.awaitReady();
        try (var application = server.database()) {
            new FirstUsers(application).welcome(settings.demo()).forEach(out::println);
        }
        if (settings.demo()) {
            new DemoData(settings.url(), out).loadOnce();
        }
        out.println("Ready: " + settings.url());
        out.flush();
    }

    /** Restarts what crashed; data are safe in the folder. */
    private void watch() throws InterruptedException, IOException {
        while (!stopped.await(1, TimeUnit.SECONDS)) {
            if (database != null && !database.alive()) {
                out.println("PostgreSQL stopped unexpectedly; starting it again");
                database.restart();
            }
            if (!server.alive() && stopped.getCount() > 0) {
                out.println("The server stopped unexpectedly; starting it again");
                server.start();
                server.awaitReady();
                out.println("Ready: " + settings.url());
            }
        }
    }

    @Override
    public void close() {
        if (stopped.getCount() == 0) {
            return;
        }
        stopped.countDown();
        server.close();
        if (database != null) {
            try {
                database.close();
            } catch (IOException failure) {
                out.println("PostgreSQL did not stop cleanly; it recovers at the next start. " + failure.getMessage());
            }
        }
        try {
            folder.close();
        } catch (IOException harmless) {
            // the claim ends with the process anyway
        }
        out.println("Stopped.");
    }
}
