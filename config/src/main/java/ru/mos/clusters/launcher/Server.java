package ru.mos.clusters.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The provisioned WildFly as a child process, with its own working folder below the data directory. */
final class Server implements AutoCloseable {

    private final Path home;
    private final Path ear;
    private final Path base;
    private final Settings settings;
    private Map<String, String> database = Map.of();
    private @Nullable Process process;

    Server(Path home, Path ear, Settings settings) throws IOException {
        this.home = home;
        this.ear = ear;
        this.settings = settings;
        this.base = settings.dataDirectory().resolve("server");
        endLeftOver();
        layOut();
    }

    /** A fresh copy of the configuration, so that a new version brings its own, and the application. */
    private void layOut() throws IOException {
        if (Files.exists(base.resolve("configuration"))) {
            delete(base.resolve("configuration"));
        }
        copy(home.resolve("standalone").resolve("configuration"), base.resolve("configuration"));
        delete(base.resolve("deployments"));
        delete(base.resolve("tmp"));
        Files.createDirectories(base.resolve("deployments"));
        Files.copy(ear, base.resolve("deployments").resolve("clusters.ear"), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Its environment says where the database is; this says otherwise. */
    void use(Map<String, String> database) {
        this.database = database;
    }

    /** A connection to its database as the application's role. */
    Connection database() throws SQLException {
        var environment = new HashMap<>(settings.environment());
        environment.putAll(database);
        return DriverManager.getConnection(
                environment.get("CLUSTERS_DB_URL"),
                environment.getOrDefault("CLUSTERS_DB_USER", "clusters_app"),
                environment.getOrDefault("CLUSTERS_DB_PASSWORD", "clusters_app"));
    }

    void start() throws IOException {
        var windows = System.getProperty("os.name").startsWith("Windows");
        var builder = new ProcessBuilder(
                home.resolve("bin")
                        .resolve(windows ? "standalone.bat" : "standalone.sh")
                        .toString(),
                "-Djboss.server.base.dir=" + base,
                "-Djboss.http.port=" + settings.httpPort(),
                "-Djboss.management.http.port=" + settings.managementPort(),
                "-Djboss.socket.binding.port-offset=0",
                "-Djboss.https.port=" + (settings.httpPort() + 363),
                "-Djboss.bind.address=" + settings.bind(),
                "-Djboss.node.name=clusters-" + settings.httpPort());
        builder.environment().putAll(settings.environment());
        builder.environment().putAll(database);
        builder.environment().put("CLUSTERS_DATA_DIR", settings.dataDirectory().toString());
        builder.environment().put("LAUNCH_JBOSS_IN_BACKGROUND", "true");
        builder.environment()
                .putIfAbsent(
                        "JAVA_OPTS",
                        "-Xms256m -Xmx1024m -XX:MetaspaceSize=128m"
                                + " -Djava.net.preferIPv4Stack=true -Djava.awt.headless=true -Djboss.modules.system.pkgs=org.jboss.byteman");
        builder.redirectErrorStream(true)
                .redirectOutput(settings.dataDirectory().resolve("server.out").toFile());
        process = builder.start();
        Files.writeString(pidFile(), Long.toString(process.pid()));
    }

    private Path pidFile() {
        return settings.dataDirectory().resolve("server.pid");
    }

    /** A launcher that was killed leaves its server running on the port. */
    private void endLeftOver() throws IOException {
        if (Files.exists(pidFile())) {
            long pid = Long.parseLong(Files.readString(pidFile()).strip());
            ProcessHandle.of(pid)
                    .filter(left -> left.info().commandLine().orElse("").contains("standalone"))
                    .ifPresent(Server::end);
            Files.deleteIfExists(pidFile());
        }
    }

    private static void end(ProcessHandle script) {
        var all = Stream.concat(script.descendants(), Stream.of(script)).toList();
        all.forEach(ProcessHandle::destroy);
        for (var one : all) {
            try {
                one.onExit().get(30, TimeUnit.SECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException stays) {
                one.destroyForcibly();
            }
        }
    }

    boolean alive() {
        return process != null && process.isAlive();
    }

    /** Waits until the application answers. @throws IllegalStateException with the reason, when it did not start */
    void awaitReady() throws IOException, InterruptedException {
        var client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        var ready = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + settings.managementPort() + "/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        for (long end = System.nanoTime() + Duration.ofMinutes(5).toNanos(); System.nanoTime() < end; ) {
            if (!alive()) {
                throw new IllegalStateException("the server stopped while starting");
            }
            try {
                var answer = client.send(ready, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == 200 && answer.body().contains("clusters-database")) {
                    return;
                }
            } catch (IOException notYet) {
                // the port is not open yet
            }
            if (Files.exists(base.resolve("deployments").resolve("clusters.ear.failed"))) {
                throw new IllegalStateException(reason());
            }
            TimeUnit.MILLISECONDS.sleep(250);
        }
        throw new IllegalStateException("the server did not become ready within five minutes");
    }

    /** What the application said about not starting, in its own words where it did. */
    private String reason() throws IOException {
        var log = settings.dataDirectory().resolve("server.out");
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> line.contains("START REFUSED: "))
                    .map(line -> line.substring(line.indexOf("START REFUSED: ") + 15))
                    .findFirst()
                    .orElse("the application could not be deployed; see " + log);
        }
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            end(process.toHandle());
        }
        try {
            Files.deleteIfExists(pidFile());
        } catch (IOException harmless) {
            // the next start looks whether the process lives
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (var path : (Iterable<Path>) all::iterator) {
                var target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var all = Files.walk(folder)) {
                for (var path : (Iterable<Path>) all.sorted(java.util.Comparator.reverseOrder())::iterator) {
                    Files.delete(path);
                }
            }
        }
    }
}
