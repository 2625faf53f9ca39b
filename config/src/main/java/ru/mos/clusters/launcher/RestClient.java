package ru.mos.clusters.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

/** The product's REST API as an outside program sees it, for one demo user. */
public final class RestClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    // a connection of HTTP/2 may be told to go away while a long answer is awaited
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final URI root;
    private final String authorization;

    /** @param url of the application, such as {@code http://127.0.0.1:8080/} */
    public RestClient(String url, String login, String password) {
        this.root = URI.create(url).resolve("api/v1/");
        this.authorization = "Basic "
                + Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** Reads what is at the path. @throws IllegalStateException with the problem document when refused */
    public JsonNode get(String path) throws IOException, InterruptedException {
        return answer(request(path).GET().build());
    }

    /** Posts JSON. @throws IllegalStateException with the problem document when refused */
    public JsonNode post(String path, Object body) throws IOException, InterruptedException {
        return answer(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
    }

    /** Posts a file that is answered at once. @throws IllegalStateException with the problem document when refused */
    public JsonNode postFile(String path, byte[] file) throws IOException, InterruptedException {
        return answer(request(path)
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(file))
                .build());
    }

    /** Uploads a release and waits for the end of its import. @return the release as it ended */
    public JsonNode importRelease(Path file, String query) throws IOException, InterruptedException {
        return upload("register/releases", file, query);
    }

    /** Takes in a file of ownership and waits for the end of its import. */
    public JsonNode importOwnership(Path file) throws IOException, InterruptedException {
        return upload("ownership/imports", file, "");
    }

    private JsonNode upload(String to, Path file, String query) throws IOException, InterruptedException {
        var accepted = http.send(
                request(to + "?fileName=" + file.getFileName() + query)
                        .header("Content-Type", "application/octet-stream")
                        .timeout(Duration.ofMinutes(30))
                        .POST(BodyPublishers.ofFile(file))
                        .build(),
                BodyHandlers.ofString());
        if (accepted.statusCode() != 202) {
            throw new IllegalStateException(accepted.statusCode() + " " + accepted.body());
        }
        var place = accepted.headers().firstValue("Location").orElseThrow();
        var path = place.substring(place.indexOf("/api/v1/") + "/api/v1/".length());
        for (; ; ) {
            var release = get(path);
            switch (release.path("state").asText()) {
                case "QUEUED", "RUNNING" -> TimeUnit.MILLISECONDS.sleep(200);
                default -> {
                    return release;
                }
            }
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(root.resolve(path))
                .header("Authorization", authorization)
                .header("Accept-Language", "ru")
                .timeout(Duration.ofMinutes(5));
    }

    private JsonNode answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(
                    request.method() + " " + request.uri() + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
    }
}
