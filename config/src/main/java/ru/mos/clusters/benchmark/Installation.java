package ru.mos.clusters.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import ru.mos.clusters.launcher.RestClient;
import ru.mos.clusters.launcher.RunProcess;

/** A fresh installation of the product in a folder of its own, run as its own process by the run command's program. */
final class Installation implements AutoCloseable {

    private static final int PORT = Integer.parseInt(System.getenv().getOrDefault("CLUSTERS_HTTP_PORT", "18480"));
    private static final int LOOKS = 3;

    private final Path folder;
    private final Process process;
    private final Duration start;

    private Installation(Path folder) throws IOException {
        this.folder = folder;
        long begun = System.nanoTime();
        process = RunProcess.start(folder, PORT, ProcessBuilder.Redirect.PIPE);
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "stop"));
        awaitReady();
        start = Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Starts one in a new folder, with a user of the department. */
    static Installation fresh() throws IOException, SQLException {
        var installation = new Installation(Files.createTempDirectory("clusters-benchmark"));
        RunProcess.letDepartmentIn(PORT);
        return installation;
    }

    private void awaitReady() throws IOException {
        var output =
                new BufferedReader(new java.io.InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.contains("Ready:")) {
                return;
            }
            if (line.contains("NOT STARTED")) {
                break;
            }
        }
        process.destroy();
        throw new IllegalStateException("the product did not start; see " + folder.resolve("server.out"));
    }

    String url() {
        return "http://127.0.0.1:" + PORT + "/";
    }

    RestClient department() {
        return new RestClient(url(), "department", "demo");
    }

    /** As PostgreSQL's superuser, for baselines and counters. */
    Connection database() throws SQLException {
        return RunProcess.superuser(PORT);
    }

    /** From the command to {@code Ready:}. */
    Duration start() {
        return start;
    }

    /**
     * Bytes of objects that live in the server. The collection before a look is left out, and garbage counted, where native
     * code (the unpacking of an archive) holds an array just then; so the least of a few looks tells.
     */
    long liveHeap() throws IOException, InterruptedException {
        long least = Long.MAX_VALUE;
        for (int look = 0; look < LOOKS; look++) {
            var total = jcmd("GC.class_histogram")
                    .lines()
                    .filter(line -> line.startsWith("Total"))
                    .findFirst()
                    .orElseThrow();
            least = Math.min(least, Long.parseLong(total.strip().split("\\s+")[2]));
        }
        return least;
    }

    /** Resident memory of the server, in bytes; only where there is a {@code /proc}. */
    long residentMemory() throws IOException {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(server()), "status"))) {
            var resident =
                    lines.filter(line -> line.startsWith("VmRSS:")).findFirst().orElseThrow();
            return Long.parseLong(resident.replaceAll("\\D", "")) * 1024;
        }
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        var asked = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(server()),
                        command)
                .redirectErrorStream(true)
                .start();
        var answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        asked.waitFor();
        return answer;
    }

    private long server() {
        return process.descendants()
                .filter(child -> child.info().commandLine().orElse("").contains("jboss-modules.jar"))
                .findFirst()
                .orElseThrow()
                .pid();
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            process.waitFor(60, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
