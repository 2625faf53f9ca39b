package ru.mos.clusters.launcher;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the run command, from environment variables (table in {@code config/docs/operations.md}).
 *
 * @param databaseUrl null: the embedded PostgreSQL
 */
record Settings(
        int httpPort,
        Path dataDirectory,
        @Nullable String databaseUrl,
        boolean demo,
        String bind,
        Map<String, String> environment) {

    /** Management port = HTTP port + this. */
    static final int MANAGEMENT_OFFSET = 1910;

    static Settings of(Map<String, String> environment, Path usualDataDirectory) {
        var url = environment.get("CLUSTERS_DB_URL");
        return new Settings(
                Integer.parseInt(environment.getOrDefault("CLUSTERS_HTTP_PORT", "8080")),
                Path.of(environment.getOrDefault("CLUSTERS_DATA_DIR", usualDataDirectory.toString()))
                        .toAbsolutePath()
                        .normalize(),
                url == null || url.isBlank() ? null : url,
                !environment.getOrDefault("CLUSTERS_DEMO", "true").equals("false"),
                environment.getOrDefault("CLUSTERS_BIND", "127.0.0.1"),
                Map.copyOf(environment));
    }

    int managementPort() {
        return httpPort + MANAGEMENT_OFFSET;
    }

    String url() {
        return "http://" + (bind.equals("0.0.0.0") ? "127.0.0.1" : bind) + ":" + httpPort + "/";
    }
}
