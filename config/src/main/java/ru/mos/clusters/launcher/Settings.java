package ru.mos.clusters.launcher;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the run command, from environment variables (table in {@code config/docs/operations.md}).
 *
 * @param databaseUrl null: the embedded PostgreSQL
 */
public record Settings(
        int httpPort,
        Path dataDirectory,
        @Nullable String databaseUrl,
        boolean demo,
        String bind,
        Map<String, String> environment) {

    /** Management port = HTTP port + this. */
    static final int MANAGEMENT_OFFSET = 1910;

    private static final int HIGHEST_HTTP_PORT = 65_535 - MANAGEMENT_OFFSET;

    /** @throws IllegalStateException when one of them cannot be understood */
    public static Settings of(Map<String, String> environment, Path usualDataDirectory) {
        var url = environment.get("CLUSTERS_DB_URL");
        return new Settings(
                port(environment.getOrDefault("CLUSTERS_HTTP_PORT", "8080")),
                Path.of(environment.getOrDefault("CLUSTERS_DATA_DIR", usualDataDirectory.toString()))
                        .toAbsolutePath()
                        .normalize(),
                url == null || url.isBlank() ? null : url,
                !environment.getOrDefault("CLUSTERS_DEMO", "true").equals("false"),
                environment.getOrDefault("CLUSTERS_BIND", "127.0.0.1"),
                Map.copyOf(environment));
    }

    private static int port(String written) {
        int port = written.matches("\\d{1,5}") ? Integer.parseInt(written) : 0;
        if (port < 1 || port > HIGHEST_HTTP_PORT) {
            throw new IllegalStateException("CLUSTERS_HTTP_PORT is \"" + written + "\": a number from 1 to "
                    + HIGHEST_HTTP_PORT + " is needed (the management port lies " + MANAGEMENT_OFFSET + " above it).");
        }
        return port;
    }

    /** Port of the embedded PostgreSQL: fixed by the HTTP port, so that tools find it. */
    int databasePort() {
        return databasePort(httpPort);
    }

    static int databasePort(int httpPort) {
        return httpPort < 45_000 ? httpPort + 20_000 : httpPort - 20_000;
    }

    int managementPort() {
        return httpPort + MANAGEMENT_OFFSET;
    }

    String url() {
        return "http://" + (bind.equals("0.0.0.0") ? "127.0.0.1" : bind) + ":" + httpPort + "/";
    }
}
