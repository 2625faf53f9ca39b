package ru.mos.clusters.outside;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.outside.ProblemAssert.assertProblem;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.TestSession;

/** The database goes away, or keeps everybody waiting: people and programs are told so, and all goes on by itself. */
class OutageIT extends FromOutside {

    private static final URI HEALTH =
            URI.create("http://127.0.0.1:" + System.getProperty("clusters.test.management") + "/health/ready");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @BeforeEach
    void users() throws Exception {
        given("department");
        assertThat(Door.api("department", "GET", "me", null).status()).isEqualTo(200);
    }

    @Test
    void a_database_that_is_gone_is_said_within_a_second_and_the_first_request_after_it_is_served() throws Exception {
        assertThat(health().statusCode()).isEqualTo(200);
        TestSession.database().crash();
        try {
            for (int i = 0; i < 3; i++) {
                var answer = promptly(() -> Door.api("department", "GET", "clusters", null));
                assertProblem(answer, 503, "database-away");
                assertThat(answer.header("Retry-After")).matches("\\d+");
            }
            assertProblem(
                    promptly(() -> Door.send(
                            "GET", "/api/v1/me", new String[] {"Authorization", Door.basic("somebody", "else")}, null)),
                    503,
                    "database-away");
            var command = promptly(() -> Door.api("department", "POST", "clusters", "{}", "Idempotency-Key", "away"));
            assertProblem(command, 503, "database-away");
            assertPage("ru", "База данных временно недоступна");
            assertPage("en", "The database is away");
            var health = health();
            assertThat(health.statusCode()).isEqualTo(503);
            assertThat(health.body()).contains("\"DOWN\"", "clusters-database").doesNotContain("Exception");
        } finally {
            TestSession.database().restart();
        }

        assertThat(Door.api("department", "GET", "clusters", null).status()).isEqualTo(200);
        assertThat(health().statusCode()).isEqualTo(200);
    }

    @Test
    void a_database_that_keeps_everybody_waiting_is_not_waited_for_without_end() throws Exception {
        try (var connection = TestSession.superuser();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table cluster.cluster in access exclusive mode");

            var answer = Door.api("department", "GET", "clusters", null);

            assertProblem(answer, 503, "database-busy");
            assertThat(answer.header("Retry-After")).matches("\\d+");
            connection.rollback();
        }
        assertThat(Door.api("department", "GET", "clusters", null).status()).isEqualTo(200);
    }

    private interface Request {
        Door.Answer send() throws Exception;
    }

    private static Door.Answer promptly(Request request) throws Exception {
        long begun = System.nanoTime();
        var answer = request.send();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
        return answer;
    }

    /** The log-in is the one page that asks the database of somebody nobody knows yet. */
    private static void assertPage(String language, String words) throws Exception {
        var page = Door.send("GET", "/login.xhtml", new String[0], null);
        var state = Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]*value=\"([^\"]+)\"")
                .matcher(page.body());
        assertThat(state.find()).as(page.toString()).isTrue();
        var cookies = page.header("Set-Cookie").split(";")[0] + "; LANGUAGE=" + language;
        var body = "login=login&login:name=department&login:password=demo&login:enter=x&jakarta.faces.ViewState="
                + URLEncoder.encode(state.group(1), UTF_8);

        var answer = promptly(() -> Door.send(
                "POST",
                "/login.xhtml",
                new String[] {"Cookie", cookies, "Content-Type", "application/x-www-form-urlencoded"},
                body.getBytes(UTF_8)));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).matches("\\d+");
        assertThat(answer.body()).contains(words).doesNotContain("Exception", "\tat ");
    }

    private static HttpResponse<String> health() throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(HEALTH).timeout(Duration.ofSeconds(10)).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
