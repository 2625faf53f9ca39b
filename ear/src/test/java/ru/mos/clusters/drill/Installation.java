package ru.mos.clusters.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import ru.mos.clusters.launcher.RestClient;
import ru.mos.clusters.launcher.RunProcess;

/** The product as the run command starts it, in a folder of its own, with the processes it consists of at hand to kill. */
public final class Installation implements AutoCloseable {

    private final Path folder;
    private final Map<String, String> settings;
    private int port;
    private Process launcher;

    private Installation(Path folder, int port, Map<String, String> settings) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.settings = settings;
        this.port = port;
        this.launcher = launch();
    }

    /** An empty system with one user, {@code department}. */
    public static Installation empty(Path folder, int port) throws IOException, InterruptedException, SQLException {
        return empty(folder, port, Map.of());
    }

    /** The same with further settings in its environment. */
    public static Installation empty(Path folder, int port, Map<String, String> settings)
            throws IOException, InterruptedException, SQLException {
        var made = new Installation(folder, port, settings);
        made.awaitReady();
        RunProcess.letDepartmentIn(port);
        return made;
    }

    private Process launch() throws IOException {
        return RunProcess.start(
                folder,
                port,
                settings,
                ProcessBuilder.Redirect.appendTo(folder.resolve("launcher.out").toFile()));
    }

    private void awaitReady() throws IOException, InterruptedException {
        var until = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (!Files.readString(folder.resolve("launcher.out")).contains("Ready: " + rest())) {
            if (!launcher.isAlive() || System.nanoTime() > until) {
                throw new IllegalStateException("Not ready: " + Files.readString(folder.resolve("launcher.out")));
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private String rest() {
        return "http://127.0.0.1:" + port + "/";
    }

    RestClient department() {
        return new RestClient(rest(), "department", "demo");
    }

    /** Where its database is, for the superuser. */
    public String databaseUrl() throws SQLException {
        try (var connection = superuser()) {
            return connection.getMetaData().getURL();
        }
    }

    Connection superuser() throws SQLException {
        return RunProcess.superuser(port);
    }

    /** {@code kill -9} of the server; the launcher starts another. */
    public void killServer() throws IOException {
        pid(folder.resolve("server.pid"))
                .flatMap(script -> Stream.concat(script.descendants(), Stream.of(script)))
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .forEach(ProcessHandle::destroyForcibly);
    }

    /** {@code kill -9} of PostgreSQL with all its processes; the launcher starts it again. */
    public void killDatabase() throws IOException {
        pid(folder.resolve("postgresql").resolve("postmaster.pid"))
                .flatMap(postmaster -> Stream.concat(postmaster.descendants(), Stream.of(postmaster)))
                .toList()
                .forEach(ProcessHandle::destroyForcibly);
    }

    /** Everything at once, as when the machine loses power; then a start under another port and so another node's name. */
    void killAllAndMove(int other) throws IOException, InterruptedException {
        List<ProcessHandle> all = Stream.concat(launcher.descendants(), Stream.of(launcher.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        killServer();
        killDatabase();
        for (var one : all) {
            one.onExit().join();
        }
        TimeUnit.SECONDS.sleep(1);
        port = other;
        launcher = launch();
        awaitReady();
    }

    private static Stream<ProcessHandle> pid(Path file) throws IOException {
        return Files.exists(file)
                ? ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(file).get(0).strip()))
                        .stream()
                : Stream.empty();
    }

    @Override
    public void close() {
        launcher.destroy();
        launcher.onExit().join();
    }
}
