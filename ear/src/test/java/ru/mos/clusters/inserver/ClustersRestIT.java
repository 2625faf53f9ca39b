package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class ClustersRestIT extends InServer {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Test
    void a_cluster_is_made_over_rest_gets_members_and_shows_them() throws Exception {
        var made = send("department", "POST", "clusters", """
                {"sector": "IT", "name": "Облачный", "organisation": {"inn": "7707083893"}, "from": "2019-01-01"}""");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        var cluster = JSON.readTree(made.body());
        assertThat(made.headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place)
                        .endsWith("/api/v1/clusters/" + cluster.get("id").asText()));
        var path = "clusters/" + cluster.get("code").asText();

        var admitted = send("department", "POST", path + "/members", """
                {"inn": "7700000016", "roles": ["SME_LEADER", "MANUFACTURER"], "from": "2019-02-01"}""");
        assertThat(admitted.statusCode()).as(admitted.body()).isEqualTo(201);

        var card = JSON.readTree(
                send("auditor", "GET", path + "?asOf=2019-02-01", null).body());
        assertThat(card.at("/members/0/inn").asText()).isEqualTo("7700000016");
        assertThat(card.get("memberCount").asInt()).isEqualTo(1);
        var dayBefore = send("auditor", "GET", path + "?asOf=2019-01-31", null);
        assertThat(JSON.readTree(dayBefore.body()).get("members")).isEmpty();
        assertThat(dayBefore.headers().firstValue("ETag")).isPresent();
    }

    @Test
    void the_list_is_given_whole_as_a_workbook_and_a_take_on_tells_every_place() throws Exception {
        send("gckr", "POST", "clusters", NEW);
        var exported = send("auditor", "GET", "clusters/export?sector=IT", null);
        assertThat(exported.statusCode()).isEqualTo(200);
        assertThat(exported.body()).startsWith("PK");

        assertProblem(422, "workbook-unreadable", send("gckr", "POST", "clusters/take-on?fileName=a.xlsx", "{}"));
        assertProblem(403, "forbidden-role", send("auditor", "POST", "clusters/take-on", "{}"));
        var template = send("gckr", "GET", "clusters/take-on/template", null);
        assertThat(template.statusCode()).isEqualTo(200);
        assertThat(send("auditor", "GET", "sectors?limit=2", null).body()).contains("\"MEDTECH\"", "\"next\":\"");
        assertProblem(403, "forbidden-role", send("auditor", "GET", "clusters/take-on/template", null));
    }

    @Test
    void a_change_needs_the_version_it_changes() throws Exception {
        var made = send("gckr", "POST", "clusters", NEW);
        var path = "clusters/" + JSON.readTree(made.body()).get("id").asText();
        var tag = made.headers().firstValue("ETag").orElseThrow();

        assertProblem(428, "if-match-required", send("gckr", "PATCH", path, "{\"name\": \"Иной\"}"));
        assertThat(send("gckr", "PATCH", path, "{\"name\": \"Иной\"}", "If-Match", tag)
                        .statusCode())
                .isEqualTo(200);
        assertProblem(412, "changed-meanwhile", send("gckr", "PATCH", path, "{\"name\": \"Ещё\"}", "If-Match", tag));
    }

    @Test
    void what_cannot_be_done_is_answered_with_the_right_status_and_place() throws Exception {
        var made = send("gckr", "POST", "clusters", NEW);
        var path = "clusters/" + JSON.readTree(made.body()).get("id").asText();
        var alfa = "{\"inn\": \"7700000016\", \"roles\": [\"OTHER\"], \"from\": \"2019-02-01\"}";
        assertThat(send("gckr", "POST", path + "/members", alfa).statusCode()).isEqualTo(201);

        assertProblem(409, "membership-overlaps", send("gckr", "POST", path + "/members", alfa));
        assertProblem(
                422,
                "organisation-is-not-a-member",
                send("gckr", "POST", path + "/members", alfa.replace("7700000016", "7707083893")));
        assertProblem(
                400, "inn-checksum", send("gckr", "POST", path + "/members", alfa.replace("7700000016", "7700000017")));
        assertProblem(400, "field-required", send("gckr", "POST", path + "/members", "{\"inn\": \"7700000016\"}"));
        assertProblem(400, "field-unknown", send("gckr", "POST", path + "/members", alfa.replace("inn", "ynn")));
        assertProblem(400, "field-malformed", send("gckr", "POST", path + "/members", alfa.replace("OTHER", "BOSS")));
        assertProblem(
                422,
                "membership-without-role",
                send(
                        "gckr",
                        "POST",
                        path + "/members",
                        alfa.replace("\"OTHER\"", "").replace("0016", "0023")));
        assertProblem(400, "body-required", send("gckr", "POST", path + "/members", ""));
        assertProblem(404, "cluster-unknown", send("gckr", "GET", "clusters/IT-99999", null));
        assertProblem(
                404, "cluster-unknown", send("gckr", "GET", "clusters/00000000-0000-0000-0000-000000000000", null));
        assertProblem(
                422,
                "organisation-not-legal-entity",
                send("gckr", "POST", "clusters", NEW.replace("7707083893", "770000000156")));
        assertProblem(422, "sector-unknown", send("gckr", "POST", "clusters", NEW.replace("\"IT\"", "\"XX\"")));
        assertProblem(403, "forbidden-role", send("auditor", "POST", "clusters", NEW));
        assertProblem(403, "forbidden-role", send("applicant", "GET", path, null));
        assertProblem(404, "membership-unknown", send("gckr", "DELETE", path + "/members/7700000023", null));
        assertThat(send("gckr", "DELETE", path + "/members/7700000016?from=2019-03-01", null)
                        .statusCode())
                .isEqualTo(204);
    }

    private static final String NEW = """
            {"sector": "IT", "name": "Проба", "organisation": {"inn": "7707083893"}, "from": "2019-01-01"}""";

    static void assertProblem(int status, String slug, HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.get("type").asText()).isEqualTo("/problems/" + slug);
        assertThat(problem.get("detail").asText()).doesNotContain("{");
    }

    static HttpResponse<String> send(String login, String method, String path, String body, String... headers)
            throws Exception {
        given(login);
        int port = 8080 + Integer.getInteger("jboss.socket.binding.port-offset", 0);
        var credentials = Base64.getEncoder().encodeToString((login + ":demo").getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/" + path))
                .header("Authorization", "Basic " + credentials)
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
