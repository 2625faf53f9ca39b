package ru.mos.clusters.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.outside.ProblemAssert.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.TestSession;
import ru.mos.clusters.example.WebhookReceiver;

/** Programs that are told of events: what they get, in which order, and what becomes of it when they are down, slow or odd. */
class WebhooksIT extends FromOutside {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ORGANISATION = "7707083893";
    private static final String ANOTHER = "7736050003";
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private WebhookReceiver receiver;

    @BeforeEach
    void users() throws Exception {
        given("admin", "auditor", "department");
        gone();
        receiver = new WebhookReceiver("whsec_AAAA");
    }

    @AfterEach
    void over() throws Exception {
        receiver.close();
        gone();
    }

    static void gone() throws Exception {
        CallsRestIT.run("""
                delete from platform.clock_shift;
                delete from webhook.delivery; delete from webhook.wanted; delete from webhook.sender;
                delete from webhook.subscription""");
    }

    private JsonNode subscribe(String name, String url, String inn) throws Exception {
        var made =
                Door.api("admin", "POST", "webhooks", """
                {"name": "%s", "url": "%s", "inn": %s, "types": ["ru.mos.clusters.cluster.created.v1",
                 "ru.mos.clusters.cluster.renamed.v1", "ru.mos.clusters.call.published.v1"]}""".formatted(name, url, inn == null ? null : "\"" + inn + "\""));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made.json();
    }

    private String listening(String inn) throws Exception {
        var made = subscribe("Учётная система", receiver.address().toString(), inn);
        receiver.secret(made.get("secret").asText());
        return made.at("/subscription/id").asText();
    }

    private static JsonNode cluster(String inn) throws Exception {
        var made = Door.api("department", "POST", "clusters", """
                {"sector": "IT", "name": "Секретное имя", "organisation": {"inn": "%s"}, "from": "2026-01-15"}""".formatted(inn));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made.json();
    }

    private static void renamed(String cluster, int times) throws Exception {
        for (int time = 0; time < times; time++) {
            var seen = Door.api("department", "GET", "clusters/" + cluster, null);
            var done = Door.api(
                    "department",
                    "PATCH",
                    "clusters/" + cluster,
                    "{\"name\": \"Имя " + time + "\"}",
                    "If-Match",
                    seen.header("ETag"));
            assertThat(done.status()).as(done.toString()).isEqualTo(200);
        }
    }

    static void until(Callable<Boolean> reached) throws Exception {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!reached.call()) {
            assertThat(System.nanoTime()).as("not reached in time").isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private static String one(String query) throws Exception {
        try (var connection = TestSession.superuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    private static void later(String interval) throws Exception {
        CallsRestIT.run("insert into platform.clock_shift values (interval '" + interval + "')");
    }

    private List<JsonNode> events() throws Exception {
        var events = new ArrayList<JsonNode>();
        for (var body : receiver.taken()) {
            events.add(JSON.readTree(body));
        }
        return events;
    }

    private List<String> of(JsonNode cluster) throws Exception {
        return events().stream()
                .filter(event ->
                        event.at("/data/id").asText().equals(cluster.get("id").asText()))
                .map(event -> event.get("type").asText().replaceAll("^ru\\.mos\\.clusters\\.cluster\\.|\\.v1$", ""))
                .toList();
    }

    @Test
    void an_event_says_what_was_done_to_what_and_nothing_of_its_content() throws Exception {
        listening(null);
        var cluster = cluster(ORGANISATION);

        until(() -> !receiver.taken().isEmpty());

        var event = events().get(0);
        assertThat(event.get("specversion").asText()).isEqualTo("1.0");
        assertThat(event.get("type").asText()).isEqualTo("ru.mos.clusters.cluster.created.v1");
        assertThat(event.get("source").asText()).isEqualTo("urn:mos:clusters");
        assertThat(event.get("subject").asText())
                .isEqualTo("CLUSTER/" + cluster.get("id").asText());
        assertThat(event.at("/data/action").asText()).isEqualTo("CLUSTER_CREATED");
        assertThat(event.at("/data/version").asLong()).isPositive();
        assertThat(event.get("time").asText())
                .isEqualTo(one(
                        "select to_char(at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from platform.change"
                                + " where id = " + event.get("id").asText()));
        var link = event.at("/data/link").asText();
        assertThat(Door.api("department", "GET", link.replace("/api/v1/", ""), null)
                        .status())
                .isEqualTo(200);
        assertThat(receiver.taken().get(0)).doesNotContain("Секретное", ORGANISATION, "department");
    }

    @Test
    void whoever_was_down_gets_everything_once_it_is_back_in_order_and_each_once() throws Exception {
        var id = listening(null);
        receiver.stop();
        var first = cluster(ORGANISATION);
        var second = cluster(ORGANISATION);
        renamed(first.get("id").asText(), 3);
        renamed(second.get("id").asText(), 2);
        until(() ->
                one("select count(*) from webhook.delivery where attempts > 0").equals("2"));
        assertThat(Door.api("auditor", "GET", "webhooks/" + id, null)
                        .json()
                        .get("backlog")
                        .asInt())
                .isEqualTo(7);

        receiver.start();
        later("1 minute");
        until(() -> receiver.taken().size() == 7);

        assertThat(of(first)).containsExactly("created", "renamed", "renamed", "renamed");
        assertThat(of(second)).containsExactly("created", "renamed", "renamed");
        assertThat(receiver.answered()).containsOnly(204).hasSize(7);
        var versions = events().stream()
                .filter(event -> event.at("/data/id").equals(first.get("id")))
                .map(event -> event.get("sequence").asText())
                .toList();
        assertThat(versions).isSorted();
        until(() -> Door.api("auditor", "GET", "webhooks/" + id, null)
                        .json()
                        .get("backlog")
                        .asInt()
                == 0);
    }

    @Test
    void one_that_answers_500_for_an_hour_is_asked_less_and_less_often_and_loses_nothing() throws Exception {
        try (var failing = new BadReceiver(500)) {
            subscribe("Со сбоем", failing.address(), null);
            cluster(ORGANISATION);
            for (var pause : List.of("0 seconds", "10 seconds", "1 minute", "5 minutes", "30 minutes")) {
                int before = failing.calls();
                later(pause);
                until(() -> failing.calls() == before + 1);
                until(() -> one("select attempts from webhook.delivery").equals(Integer.toString(before + 1)));
            }
            assertThat(one("select next_at > platform.now() + interval '1 hour' from webhook.delivery"))
                    .isEqualTo("t");

            failing.answering(200);
            later("2 hours");
            until(() -> "DELIVERED".equals(one("select state from webhook.delivery")));

            assertThat(failing.calls()).isEqualTo(6);
        }
    }

    @Test
    void a_slow_one_delays_nobody_else_and_is_given_up_after_its_time() throws Exception {
        try (var slow = new BadReceiver(200).after(25)) {
            var id = subscribe("Медленная", slow.address(), null)
                    .at("/subscription/id")
                    .asText();
            cluster(ORGANISATION);
            until(() -> slow.calls() == 1);

            listening(null);
            cluster(ORGANISATION);
            until(() -> receiver.taken().size() == 1);

            assertThat(one("select count(*) from webhook.delivery where state = 'DELIVERED'"))
                    .isEqualTo("1");
            until(() -> Door.api("auditor", "GET", "webhooks/" + id + "/deliveries?limit=2", null)
                    .json()
                    .at("/items/1/answer")
                    .asText()
                    .equals("no answer within 15 s"));
        }
    }

    @Test
    void an_answer_of_ten_megabytes_is_not_read_and_does_no_harm() throws Exception {
        try (var wordy = new BadReceiver(200).with(10_000_000)) {
            subscribe("Многословная", wordy.address(), null);
            cluster(ORGANISATION);

            until(() -> "DELIVERED".equals(one("select state from webhook.delivery")));

            assertThat(one("select length(answer) <= 1000 from webhook.delivery"))
                    .isEqualTo("t");
        }
    }

    @Test
    void a_redirect_is_not_followed_and_one_that_is_gone_is_sent_nothing_more() throws Exception {
        try (var odd = new BadReceiver(302)) {
            var id = subscribe("Переехала", odd.address(), null)
                    .at("/subscription/id")
                    .asText();
            cluster(ORGANISATION);
            until(() -> "302".equals(one("select status from webhook.delivery")));
            assertThat(odd.calls()).isEqualTo(1);

            odd.answering(410);
            later("1 minute");
            until(() -> Door.api("auditor", "GET", "webhooks/" + id, null)
                    .json()
                    .get("gone")
                    .asBoolean());
            cluster(ORGANISATION);
            assertThat(one("select count(*) from webhook.delivery where state = 'WAITING'"))
                    .isEqualTo("2");

            odd.answering(200);
            assertProblem(Door.api("admin", "POST", "webhooks/" + id + "/test", null), 409, "webhook-paused");
            Door.api("admin", "POST", "webhooks/" + id + "/resume", null);
            until(() -> one("select count(*) from webhook.delivery where state = 'DELIVERED'")
                    .equals("2"));
            assertThat(one("select count(*) from platform.change where action = 'WEBHOOK_GONE' and subject = '" + id
                            + "'"))
                    .isEqualTo("1");
        }
    }

    @Test
    void what_is_given_up_lets_the_next_pass_and_can_be_sent_once_more() throws Exception {
        var id = listening(null);
        receiver.stop();
        var cluster = cluster(ORGANISATION);
        renamed(cluster.get("id").asText(), 1);
        CallsRestIT.run("update webhook.delivery set attempts = 9");
        until(() -> one("select count(*) from webhook.delivery where state = 'DEAD'")
                .equals("2"));
        receiver.start();
        renamed(cluster.get("id").asText(), 1);
        until(() -> receiver.taken().size() == 1);

        var dead = Door.api("auditor", "GET", "webhooks/" + id + "/deliveries?state=DEAD", null)
                .json()
                .get("items");
        assertThat(dead).hasSize(2);
        var one = "webhooks/" + id + "/deliveries/" + dead.get(1).get("id").asText();
        assertProblem(Door.api("auditor", "POST", one + "/repeat", null), 403, "forbidden-role");
        assertThat(Door.api("admin", "POST", one + "/repeat", null)
                        .json()
                        .get("state")
                        .asText())
                .isEqualTo("WAITING");
        until(() -> receiver.taken().size() == 2);
        assertThat(Door.api("admin", "POST", "webhooks/" + id + "/repeat", null)
                        .json()
                        .get("events")
                        .asInt())
                .isEqualTo(1);
        until(() -> receiver.taken().size() == 3);
        assertProblem(Door.api("admin", "POST", one + "/repeat", null), 409, "delivery-not-dead");
    }

    @Test
    void an_organisation_hears_of_its_own_affairs_alone() throws Exception {
        listening(ORGANISATION);
        cluster(ANOTHER);
        var own = cluster(ORGANISATION);
        renamed(own.get("id").asText(), 1);

        until(() -> receiver.taken().size() == 2);

        assertThat(of(own)).containsExactly("created", "renamed");
        assertThat(one("select count(*) from webhook.delivery")).isEqualTo("2");
        assertProblem(Door.api("admin", "POST", "webhooks", """
                        {"name": "Чужое", "url": "https://receiver.example/", "inn": "7707083893",
                         "types": ["ru.mos.clusters.breach.found.v1"]}"""), 422, "event-type-of-department");
    }

    @Test
    void while_a_secret_is_changed_both_are_right_and_a_wrong_one_is_found_out() throws Exception {
        var id = listening(null);
        var another = Door.api("admin", "POST", "webhooks/" + id + "/rotate", null)
                .json()
                .get("secret")
                .asText();
        Door.api("admin", "POST", "webhooks/" + id + "/test", null);
        until(() -> receiver.taken().size() == 1);
        receiver.secret(another);
        Door.api("admin", "POST", "webhooks/" + id + "/test", null);
        until(() -> receiver.taken().size() == 2);
        assertThat(events().get(1).get("type").asText()).isEqualTo("ru.mos.clusters.webhook.test.v1");

        receiver.secret("whsec_AAAA");
        Door.api("admin", "POST", "webhooks/" + id + "/test", null);
        until(() -> receiver.answered().contains(401));
        assertThat(receiver.taken()).hasSize(2);
        var forged = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(receiver.address())
                                .header("webhook-id", "1")
                                .header("webhook-timestamp", Long.toString(System.currentTimeMillis() / 1000))
                                .header("webhook-signature", "v1,AAAA")
                                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
        assertThat(forged.statusCode()).isEqualTo(401);
    }

    @Test
    void nothing_can_be_sent_into_our_own_networks_or_in_the_clear() throws Exception {
        for (var inner : List.of(
                "https://169.254.169.254/latest/meta-data",
                "https://localhost:9990/",
                "https://10.1.2.3/",
                "https://192.168.0.1/",
                "https://100.64.0.1/",
                "https://[::1]/",
                "https://[fd00::1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://[64:ff9b::a00:1]/")) {
            refused(inner, "receiver-forbidden");
        }
        refused("http://receiver.example/", "receiver-not-encrypted");
        for (var none :
                List.of("receiver", "ftp://receiver.example/", "https://user:word@receiver.example/", "https://")) {
            refused(none, "receiver-malformed");
        }
    }

    private static void refused(String url, String problem) throws Exception {
        assertProblem(Door.api("admin", "POST", "webhooks", """
                        {"name": "Внутренняя", "url": "%s", "types": ["ru.mos.clusters.call.published.v1"]}""".formatted(url)), 422, problem);
    }

    @Test
    void a_subscription_is_corrected_by_who_saw_it_as_it_is() throws Exception {
        var id = listening(null);
        var path = "webhooks/" + id;
        var body = """
                {"name": "Другая", "url": "%s", "types": ["ru.mos.clusters.call.published.v1"]}""".formatted(receiver.address());
        assertProblem(Door.api("admin", "PUT", path, body), 428, "if-match-required");
        assertProblem(Door.api("admin", "PUT", path, body, "If-Match", "\"7\""), 412, "changed-meanwhile");
        var changed = Door.api("admin", "PUT", path, body, "If-Match", "\"1\"");
        assertThat(changed.json().get("types")).hasSize(1);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        cluster(ORGANISATION);
        assertThat(one("select count(*) from webhook.delivery")).isEqualTo("0");
        assertThat(URI.create(changed.json().get("url").asText())).isEqualTo(receiver.address());
        assertThat(changed.body()).doesNotContain("whsec");
    }

    @Test
    void what_waits_for_one_organisation_never_goes_to_another_nor_what_is_wanted_no_more() throws Exception {
        var id = listening(ORGANISATION);
        receiver.stop();
        cluster(ORGANISATION);
        var body = """
                {"name": "Та же", "url": "%s", "inn": "%s", "types": ["ru.mos.clusters.cluster.renamed.v1"]}""";
        for (var inn : List.of(ANOTHER, "")) {
            var other = body.formatted(receiver.address(), inn).replace("\"\"", "null");
            assertProblem(
                    Door.api("admin", "PUT", "webhooks/" + id, other, "If-Match", "\"1\""),
                    422,
                    "webhook-organisation-fixed");
        }
        assertThat(one("select count(*) from webhook.delivery")).isEqualTo("1");

        var same = body.formatted(receiver.address(), ORGANISATION);
        assertThat(Door.api("admin", "PUT", "webhooks/" + id, same, "If-Match", "\"1\"")
                        .status())
                .isEqualTo(200);

        assertThat(one("select count(*) from webhook.delivery")).isEqualTo("0");
    }

    @Test
    void a_secret_is_kept_under_no_idempotency_key() throws Exception {
        var body = """
                {"name": "Повтор", "url": "%s", "types": ["ru.mos.clusters.call.published.v1"]}""".formatted(receiver.address());
        var key = "webhook-" + System.nanoTime();
        var first = Door.api("admin", "POST", "webhooks", body, "Idempotency-Key", key);
        var again = Door.api("admin", "POST", "webhooks", body, "Idempotency-Key", key);
        assertThat(first.json().get("secret").asText()).startsWith("whsec_");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json().has("secret")).isFalse();
        assertThat(again.json().get("subscription")).isEqualTo(first.json().get("subscription"));
        var rotate = "webhooks/" + first.json().at("/subscription/id").asText() + "/rotate";
        var rotated = Door.api("admin", "POST", rotate, null, "Idempotency-Key", key + "-2");
        assertThat(rotated.json().get("secret").asText()).startsWith("whsec_");
        assertThat(one("select count(*) from platform.answered_command where key like '" + key + "%'"))
                .isEqualTo("2");
        assertThat(one("select count(*) from platform.answered_command where body like '%whsec%'"))
                .isEqualTo("0");
    }

    @Test
    void a_pause_holds_from_the_next_event_on() throws Exception {
        try (var slow = new BadReceiver(200).after(2)) {
            var id = subscribe("Неспешная", slow.address(), null)
                    .at("/subscription/id")
                    .asText();
            var cluster = cluster(ORGANISATION);
            renamed(cluster.get("id").asText(), 2);
            until(() -> slow.calls() == 1);
            assertThat(Door.api("admin", "POST", "webhooks/" + id + "/pause", null)
                            .status())
                    .isEqualTo(200);
            until(() -> one("select count(*) from webhook.delivery where state = 'DELIVERED'")
                    .equals("1"));
            TimeUnit.SECONDS.sleep(3);
            assertThat(slow.calls()).isEqualTo(1);
        }
    }

    @Test
    void many_that_do_not_answer_delay_nobody() throws Exception {
        var dead = new ArrayList<BadReceiver>();
        try {
            for (int many = 0; many < 6; many++) {
                dead.add(new BadReceiver(200).after(25));
                subscribe("Молчит " + many, dead.get(many).address(), null);
            }
            cluster(ORGANISATION);
            until(() -> dead.stream().allMatch(one -> one.calls() == 1));
            listening(null);
            cluster(ORGANISATION);
            long asked = System.nanoTime();
            until(() -> receiver.taken().size() == 1);
            assertThat(System.nanoTime() - asked).isLessThan(TimeUnit.SECONDS.toNanos(12));
        } finally {
            dead.forEach(BadReceiver::close);
        }
    }

    @Test
    void a_closed_one_wants_nothing_and_stays_to_be_looked_up() throws Exception {
        var id = listening(null);
        Door.api("admin", "POST", "webhooks/" + id + "/test", null);
        until(() -> one("select count(*) from webhook.delivery where state = 'DELIVERED'")
                .equals("1"));
        receiver.stop();
        cluster(ORGANISATION);
        assertThat(Door.api("admin", "POST", "webhooks/" + id + "/close", null)
                        .json()
                        .get("state")
                        .asText())
                .isEqualTo("CLOSED");
        cluster(ORGANISATION);
        assertThat(one("select string_agg(state, ' ') from webhook.delivery")).isEqualTo("DELIVERED");
        for (var no : List.of("close", "pause", "resume", "rotate", "test", "repeat")) {
            assertProblem(Door.api("admin", "POST", "webhooks/" + id + "/" + no, null), 409, "webhook-closed");
        }
        subscribe("Учётная система", receiver.address().toString(), null);
    }
}
