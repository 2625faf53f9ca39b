package ru.mos.clusters.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The run command: database, server, users and demo data, then stays until Ctrl-C. */
public final class Run implements AutoCloseable {

    private final Settings settings;
    private final PrintStream out;
    private final @Nullable EmbeddedDatabase database;
    private final Server server;
    private final FileLock claimed;
    private final CountDownLatch stopped = new CountDownLatch(1);

    private Run(Settings settings, Path home, Path ear, PrintStream out) throws IOException, SQLException {
        this.settings = settings;
        this.out = out;
        Files.createDirectories(settings.dataDirectory());
        claimed = claim(settings.dataDirectory());
        var environment = new HashMap<String, String>();
        if (settings.databaseUrl() == null) {
            out.println("Starting PostgreSQL in " + settings.dataDirectory());
            database = EmbeddedDatabase.durable(settings.dataDirectory(), databasePort(settings));
            environment.put("CLUSTERS_DB_URL", database.url());
            environment.put("CLUSTERS_DB_USER", "clusters_app");
            environment.put("CLUSTERS_DB_PASSWORD", "clusters_app");
            environment.put("CLUSTERS_DB_OWNER_USER", "clusters_owner");
            environment.put("CLUSTERS_DB_OWNER_PASSWORD", "clusters_owner");
        } else {
            database = null;
        }
        server = new Server(home, ear, settings, environment);
    }

    /** One run per folder: a second one would stop the first one's database as a left-over. */
    private static FileLock claim(Path folder) throws IOException {
        var file = FileChannel.open(folder.resolve("run.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = file.tryLock();
        if (lock == null) {
            throw new IllegalStateException("another run uses " + folder + ". Stop it, or set CLUSTERS_DATA_DIR and"
                    + " CLUSTERS_HTTP_PORT to run beside it.");
        }
        return lock;
    }

    /** Started by the build; see the README. */
    public static void main(String[] arguments) throws Exception {
        var home = Path.of(System.getProperty("clusters.server")).toRealPath();
        var ear = Path.of(System.getProperty("clusters.ear")).toRealPath();
        var settings = Settings.of(System.getenv(), home.resolveSibling("data"));
        try {
            var run = new Run(settings, home, ear, System.out);
            Runtime.getRuntime().addShutdownHook(new Thread(run::close, "stop"));
            run.start();
            run.watch();
        } catch (IllegalStateException refused) {
            System.out.println("NOT STARTED: " + refused.getMessage());
            System.exit(1);
        }
    }

    private void start() throws IOException, InterruptedException, SQLException {
        out.println("Starting the server (log: " + settings.dataDirectory().resolve("server.out") + ")");
        server.start();
        server.awaitReady();
        for (var line : new FirstUsers(settings).welcome()) {
            out.println(line);
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
            claimed.release();
        } catch (IOException harmless) {
            // the lock ends with the process anyway
        }
        out.println("Stopped.");
    }

    /** Port of the embedded PostgreSQL: fixed by the HTTP port, so that tools find it. */
    static int databasePort(Settings settings) {
        return settings.httpPort() < 45_000 ? settings.httpPort() + 20_000 : settings.httpPort() - 20_000;
    }
}
