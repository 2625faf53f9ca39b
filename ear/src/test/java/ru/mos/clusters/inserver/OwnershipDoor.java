package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import ru.mos.clusters.TestSession;

/** The doors of ownership as a program outside uses them. */
final class OwnershipDoor {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private OwnershipDoor() {}

    static void users(String... logins) throws Exception {
        for (var login : logins) {
            sql("insert into platform.app_user (login, name, password) values ('" + login + "', '" + login
                    + "', public.crypt('demo', public.gen_salt('bf', 4))) on conflict do nothing");
            sql("insert into platform.user_role (login, role) values ('" + login + "', '" + login.replaceAll("\\d", "")
                    + "') on conflict do nothing");
        }
    }

    /** Nobody owns anything. */
    static void empty() throws Exception {
        sql("truncate ownership.import, ownership.import_problem, ownership.party, ownership.identity,"
                + " ownership.extract, ownership.shown, ownership.stake cascade");
    }

    static void sql(String statement) throws Exception {
        try (var connection = TestSession.superuser();
                var running = connection.createStatement()) {
            running.execute(statement);
        }
    }

    /** Each row of a query, its columns with a bar between. */
    static List<String> rows(String query) throws Exception {
        try (var connection = TestSession.superuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                var row = new ArrayList<String>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(rows.getString(i) == null ? "-" : rows.getString(i));
                }
                found.add(String.join("|", row));
            }
            return found;
        }
    }

    private static HttpRequest.Builder request(String login, String path) {
        var credentials = Base64.getEncoder().encodeToString((login + ":demo").getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(System.getProperty("clusters.url") + "api/v1/" + path))
                .header("Authorization", "Basic " + credentials);
    }

    static HttpResponse<String> ask(String path, String language) throws Exception {
        return HTTP.send(
                request("department", path).header("Accept-Language", language).build(), BodyHandlers.ofString());
    }

    static JsonNode get(String path, String language) throws Exception {
        var answer = ask(path, language);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    static JsonNode get(String path) throws Exception {
        return get(path, "ru");
    }

    static List<JsonNode> items(JsonNode list) {
        var items = new ArrayList<JsonNode>();
        list.get("items").forEach(items::add);
        return items;
    }

    /** Everything on all pages of a list. */
    static List<JsonNode> all(String path) throws Exception {
        var items = new ArrayList<JsonNode>();
        for (String cursor = ""; ; ) {
            var page = get(path + "?limit=500" + cursor);
            page.get("items").forEach(items::add);
            if (page.get("next").isNull()) {
                return items;
            }
            cursor = "&cursor=" + page.get("next").asText();
        }
    }

    static HttpResponse<String> send(String login, String method, String path, String json) throws Exception {
        return HTTP.send(
                request(login, path)
                        .header("Content-Type", "application/json")
                        .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
    }

    static JsonNode done(String login, String method, String path, String json) throws Exception {
        var answer = send(login, method, path, json);
        assertThat(answer.statusCode())
                .as(method + " " + path + " " + json + " " + answer.body())
                .isBetween(200, 299);
        return JSON.readTree(answer.body());
    }

    static HttpResponse<String> upload(String path, byte[] bytes) throws Exception {
        return HTTP.send(
                request("department", path)
                        .header("Content-Type", "application/octet-stream")
                        .POST(BodyPublishers.ofByteArray(bytes))
                        .build(),
                BodyHandlers.ofString());
    }

    /** The import as it ended. */
    static JsonNode imported(String fileName, byte[] bytes) throws Exception {
        var accepted = upload("ownership/imports?fileName=" + fileName, bytes);
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        return ended(
                "ownership/imports/" + JSON.readTree(accepted.body()).get("id").asText());
    }

    /** The import, which must be in force. */
    static JsonNode inForce(String fileName, byte[] bytes) throws Exception {
        var found = imported(fileName, bytes);
        assertThat(found.get("state").asText()).as(found.toString()).isEqualTo("COMPLETED");
        return found;
    }

    static JsonNode ended(String place) throws Exception {
        var until = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (System.nanoTime() < until) {
            var found = get(place);
            if (!List.of("QUEUED", "RUNNING").contains(found.get("state").asText())) {
                return found;
            }
            Thread.sleep(30);
        }
        throw new AssertionError(place + " did not end: " + get(place));
    }

    /** Two persons take it back. */
    static void withdraw(JsonNode found) throws Exception {
        var place = "ownership/imports/" + found.get("id").asText() + "/withdraw";
        done("department", "POST", place, "{\"reason\": \"не тот файл\"}");
        done("department2", "POST", place, "{\"reason\": \"не тот файл\"}");
    }

    static List<String> codes(JsonNode found) throws Exception {
        return all("ownership/imports/" + found.get("id").asText() + "/problems").stream()
                .map(problem -> problem.get("code").asText())
                .toList();
    }

    /** One statement by hand; the owner is named by its INN. */
    static JsonNode stake(String owner, String subject, String kind, String share, LocalDate from) throws Exception {
        var party = owner.length() == 12
                ? "{\"person\": {\"name\": \"Лицо " + owner + "\", \"inn\": \"" + owner + "\"}}"
                : "{\"inn\": \"" + owner + "\"}";
        return done(
                "department",
                "POST",
                "ownership/stakes",
                "{\"owner\": " + party + ", \"subject\": {\"inn\": \"" + subject + "\"}, \"kind\": \"" + kind + "\""
                        + (share == null ? "" : ", \"share\": " + fraction(share))
                        + ", \"from\": \"" + from
                        + "\", \"document\": {\"title\": \"Выписка\", \"number\": \"1\", \"date\": \"" + from
                        + "\"}}");
    }

    private static String fraction(String share) {
        var parts = share.split("/");
        return "{\"numerator\": \"" + parts[0] + "\", \"denominator\": \"" + parts[1] + "\"}";
    }

    /** Direct, effective, votes, controlled. */
    static String holding(String owner, String subject, LocalDate asOf) throws Exception {
        var found = get("ownership/holding?owner=inn:" + owner + "&subject=inn:" + subject + "&asOf=" + asOf);
        return shown(found.get("direct")) + " " + shown(found.get("effective")) + " " + shown(found.get("votes")) + " "
                + found.get("controlled").asBoolean();
    }

    static String shown(JsonNode share) {
        return share.get("numerator").asText() + "/" + share.get("denominator").asText();
    }

    static JsonNode pair(String a, String b, LocalDate asOf, String more) throws Exception {
        return get("ownership/affiliation?a=inn:" + a + "&b=inn:" + b + "&asOf=" + asOf + more);
    }

    static String verdict(String a, String b, LocalDate asOf) throws Exception {
        return pair(a, b, asOf, "").get("verdict").asText();
    }
}
