package ru.mos.clusters.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.outside.ProblemAssert.assertProblem;

import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Joining, merging and advising as other programs meet them. */
class LifeRestIT extends FromOutside {

    private static final String PAPER =
            "\"document\": {\"title\": \"Протокол\", \"number\": \"1\", \"date\": \"2019-01-15\"}";

    @BeforeEach
    void users() throws Exception {
        given("department", "department2", "gckr", "auditor", "admin", "expert");
    }

    @Test
    void an_application_sent_twice_under_one_key_is_one_application() throws Exception {
        var path = "clusters/" + cluster() + "/applications";
        var body = """
                {"inn": "7700000016", "roles": ["OTHER"], "submittedOn": "2019-02-10", %s}""".formatted(PAPER);
        var key = UUID.randomUUID().toString();

        var made = Door.api("gckr", "POST", path, body, "Idempotency-Key", key);
        var again = Door.api("gckr", "POST", path, body, "Idempotency-Key", key);

        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(made.json());
        assertThat(made.json().get("answerDue").asText()).isEqualTo("2019-03-12");
        assertThat(made.json().get("overdue").asBoolean()).isTrue();
        var one = Door.send(
                "GET",
                made.header("Location").replaceAll("^https?://[^/]+", ""),
                new String[] {"Authorization", Door.basic("auditor", "demo")},
                null);
        assertThat(one.header("ETag")).isEqualTo(made.header("ETag"));
        assertThat(Door.api("auditor", "GET", path + "?state=SUBMITTED", null)
                        .json()
                        .get("items"))
                .hasSize(1);
        assertProblem(Door.api("gckr", "POST", path, body), 409, "application-open-already");
    }

    @Test
    void the_effect_on_every_condition_is_told_before_the_decision_and_the_refusal_warns_after_it() throws Exception {
        var cluster = cluster();
        var path = "clusters/" + cluster + "/applications/" + application(cluster);

        var effect = Door.api("gckr", "GET", path + "/effect?from=2019-03-10", null);
        assertThat(effect.status()).as(effect.toString()).isEqualTo(200);
        assertThat(effect.json().at("/verdict/findings")).hasSize(5);
        assertThat(effect.json().at("/verdict/findings/1/measured/of").asInt()).isEqualTo(1);
        assertProblem(
                Door.api("gckr", "POST", path + "/refuse", """
                        {"decidedOn": "2019-03-10", "reason": "Мест нет", %s}""".formatted(PAPER)), 422, "refusal-ground-ambiguous");
        var refused = Door.api("gckr", "POST", path + "/refuse", """
                {"decidedOn": "2019-03-10", "withoutListedGround": true, "reason": "Мест нет", %s}""".formatted(PAPER));

        assertThat(refused.json().get("state").asText()).isEqualTo("REFUSED");
        assertThat(refused.json().get("ground").isNull()).isTrue();
        var warnings = Door.api("auditor", "GET", "clusters/" + cluster + "/verdict?asOf=2020-03-09", null)
                .json()
                .at("/findings/4/warnings");
        assertThat(warnings.get(0).get("code").asText()).isEqualTo("REFUSED_WITHOUT_GROUND");
        assertThat(Door.api("auditor", "GET", "clusters/" + cluster + "/verdict?asOf=2020-03-10", null)
                        .json()
                        .at("/findings/4/warnings"))
                .isEmpty();
        assertProblem(Door.api("gckr", "POST", path + "/withdraw", "{}"), 409, "application-step-not-allowed");
    }

    @Test
    void clusters_are_merged_by_two_people_and_tell_their_lineage() throws Exception {
        var one = cluster();
        var two = cluster();
        var proposed = Door.api("department", "POST", "mergers", """
                {"clusters": ["%s"], "successor": "%s", "day": "2019-03-01", %s}""".formatted(one, two, PAPER));
        assertThat(proposed.status()).as(proposed.toString()).isEqualTo(201);
        var path = "mergers/" + proposed.json().get("id").asText();

        assertThat(Door.api("auditor", "GET", path + "/effect", null).json().get("before"))
                .hasSize(2);
        assertProblem(Door.api("department", "POST", path + "/confirm", null), 422, "second-person-required");
        assertThat(Door.api("department2", "POST", path + "/confirm", null)
                        .json()
                        .get("state")
                        .asText())
                .isEqualTo("CONFIRMED");

        var lineage =
                Door.api("auditor", "GET", "clusters/" + one + "/lineage", null).json();
        assertThat(lineage.at("/became/code").asText()).isEqualTo(two);
        assertThat(Door.api("auditor", "GET", "clusters/" + two + "/lineage", null)
                        .json()
                        .at("/cameFrom/0/code")
                        .asText())
                .isEqualTo(one);
        assertProblem(Door.api("department2", "POST", path + "/confirm", null), 409, "merger-decided");
    }

    @Test
    void a_consultation_is_corrected_under_its_version_and_answers_who_advised() throws Exception {
        var body = """
                {"inn": "7700000016", "heldOn": "2019-03-10", "form": "VISIT", "topic": "%s"}""";
        var made = Door.api("gckr", "POST", "consultations", body.formatted("Учёт"));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        var path = "consultations/" + made.json().get("id").asText();

        assertProblem(Door.api("gckr", "PUT", path, body.formatted("Патенты")), 428, "if-match-required");
        var corrected = Door.api("gckr", "PUT", path, body.formatted("Патенты"), "If-Match", made.header("ETag"));
        assertThat(corrected.json().get("corrected").asBoolean()).isTrue();
        assertProblem(
                Door.api("gckr", "PUT", path, body.formatted("Иное"), "If-Match", made.header("ETag")),
                412,
                "changed-meanwhile");
        var asked = "consultations/advised?login=gckr&inn=7700000016&before=";
        assertThat(Door.api("auditor", "GET", asked + "2019-03-11", null)
                        .json()
                        .get("advised")
                        .asBoolean())
                .isTrue();
        assertThat(Door.api("auditor", "GET", asked + "2019-03-10", null)
                        .json()
                        .get("advised")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void a_deputy_gets_through_the_doors_of_the_other_at_once_and_no_longer_once_the_order_is_ended() throws Exception {
        var today = Door.api("admin", "GET", "me", null).json().get("today").asText();
        assertProblem(Door.api("expert", "GET", "mergers?limit=0", null), 400, "limit-out-of-range");
        assertProblem(Door.api("expert", "GET", "audit", null), 403, "forbidden-role");

        var order = Door.api("admin", "POST", "deputies", """
                {"deputy": "expert", "deputised": "auditor", "from": "%s", "to": "2099-01-01", %s}""".formatted(today, PAPER));
        assertThat(order.status()).as(order.toString()).isEqualTo(201);
        assertThat(Door.api("expert", "GET", "audit?limit=1", null).status()).isEqualTo(200);
        assertThat(Door.api("expert", "GET", "me", null).json().get("roles").toString())
                .contains("auditor", "expert");

        var end = "deputies/" + order.json().get("id").asText() + "/end";
        assertThat(Door.api("admin", "POST", end, "{\"from\": \"%s\", \"reason\": \"x\"}".formatted(today))
                        .status())
                .isEqualTo(204);
        assertProblem(Door.api("expert", "GET", "audit", null), 403, "forbidden-role");
    }

    private static String cluster() throws IOException {
        return Door.api("department", "POST", "clusters", """
                {"sector": "MEDTECH", "name": "Жизнь", "organisation": {"inn": "7707083893"}, "from": "2017-01-01"}""")
                .json()
                .get("code")
                .asText();
    }

    private static String application(String cluster) throws IOException {
        return Door.api("gckr", "POST", "clusters/" + cluster + "/applications", """
                {"inn": "7700000016", "roles": ["OTHER"], "submittedOn": "2019-02-10", %s}""".formatted(PAPER))
                .json()
                .get("id")
                .asText();
    }
}
