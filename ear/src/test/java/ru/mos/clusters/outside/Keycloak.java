package ru.mos.clusters.outside;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** A real Keycloak as it comes from its zip, with one realm, {@code clusters}, for this product at an address. */
final class Keycloak implements AutoCloseable {

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final String issuer;
    private final Process process;

    Keycloak(Path zip, Path folder, int port, String product) throws IOException, InterruptedException {
        issuer = "http://127.0.0.1:" + port + "/realms/clusters";
        unpack(zip, folder);
        var realm = folder.resolve("data").resolve("import");
        Files.createDirectories(realm);
        try (var told = Objects.requireNonNull(Keycloak.class.getResourceAsStream("realm.json"))) {
            Files.writeString(
                    realm.resolve("clusters-realm.json"),
                    new String(told.readAllBytes(), UTF_8).replace("@URL@", product));
        }
        var start = new ProcessBuilder(
                "bash",
                folder.resolve("bin").resolve("kc.sh").toString(),
                "start-dev",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--import-realm");
        start.environment().put("JAVA_OPTS_KC_HEAP", "-Xms128m -Xmx512m");
        start.environment().put("JAVA_HOME", System.getProperty("java.home"));
        process = start.redirectErrorStream(true)
                .redirectOutput(folder.resolve("keycloak.out").toFile())
                .start();
        awaitReady(folder);
    }

    private static void unpack(Path zip, Path folder) throws IOException {
        try (var packed = new ZipFile(zip.toFile())) {
            for (var entry : Collections.list(packed.entries())) {
                var name = entry.getName().replaceFirst("^[^/]+/", "");
                var target = folder.resolve(name).normalize();
                if (entry.isDirectory() || !target.startsWith(folder)) {
                    continue;
                }
                Files.createDirectories(target.getParent());
                try (var bytes = packed.getInputStream(entry)) {
                    Files.copy(bytes, target);
                }
            }
        }
    }

    private void awaitReady(Path folder) throws IOException, InterruptedException {
        var until = System.nanoTime() + Duration.ofMinutes(4).toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > until) {
                close();
                throw new IllegalStateException(Files.readString(folder.resolve("keycloak.out")));
            }
            TimeUnit.MILLISECONDS.sleep(300);
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            var asked = HttpRequest.newBuilder(URI.create(issuer + "/.well-known/openid-configuration"))
                    .build();
            return http.send(asked, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    String issuer() {
        return issuer;
    }

    /** An access token of a client that is a program. */
    String token(String client) throws IOException, InterruptedException {
        var asked = HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString((client + ":drill-secret").getBytes(UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        var answer = http.send(asked, HttpResponse.BodyHandlers.ofString()).body();
        return new ObjectMapper().readTree(answer).get("access_token").asText();
    }

    @Override
    public void close() {
        Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList()
                .forEach(ProcessHandle::destroy);
        process.onExit().join();
    }
}
