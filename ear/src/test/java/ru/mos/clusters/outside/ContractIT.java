package ru.mos.clusters.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.outside.ProblemAssert.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is promised to other departments' programs, looked at as they see it. */
class ContractIT extends FromOutside {

    private static final String CLUSTER = """
            {"sector": "IT", "name": "%s", "organisation": {"inn": "7707083893"}, "from": "2019-01-01"}""";

    @BeforeEach
    void users() throws Exception {
        given("department", "department2", "admin", "auditor");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            department | agglomerations
            department | in-kind-coverage/clusters
            department | in-kind-coverage/sectors
            department | in-kind-offers
            department | in-kind-offers/kinds
            department | in-kind-objects
            department | in-kind-requests
            department | in-kind-requests/transitions
            department | infrastructure
            department | infrastructure-coverage
            department | infrastructure-directory/kinds
            department | infrastructure-directory/requirements
            department | infrastructure-directory/services
            department | dashboards/ELIGIBILITY
            department | sectors
            department | fix-weights
            department | clusters
            department | entities
            department | facts
            department | entities/7707083893/facts
            department | entities/7707083893/sites
            department | entities/KNOWN/history
            department | register/releases
            department | rule-sets
            department | acts
            department | acts/PPM_1863_2019/editions
            department | terms
            department | clusters/%s/waivers
            department | tasks
            department | verdicts
            department | sme-disagreements
            department | clusters/%s/applications
            department | clusters/%s/refusal-grounds
            department | consultations
            admin      | deputies
            department | calendar
            department | calls
            department | calls/transitions
            department | applications
            department | applications/transitions
            department | interagency-requests
            admin | mandates
            department | programmes
            department | project-indicators
            department | projects
            department | joining-applications
            department | mergers
            department | joining-parameters
            department | bank/accounts
            department | bank/documents
            department | bank/statements
            department | payment-orders
            department | agreements
            department | agreements/transitions
            department | agreements/waiting
            department | payees/7707083893/accounts
            department | open-data/publications
            department | open-data/publications/transitions
            department | payments
            department | payments/transitions
            department | reconciliation
            department | recovery-orders
            department | recovery-orders/transitions
            department | ledger/accounts
            department | ledger/entries
            department | ledger/execution?year=2026
            department | ledger/execution/groups?by=AGREEMENT
            department | ledger/execution/groups/entries?by=AGREEMENT&figure=PAID
            department | ledger/months
            department | ledger/notices
            department | ledger/opening-balances
            department | ledger/opening-balances/transitions
            department | ledger/stages
            department | ledger/year-ends
            department | ledger/year-ends/remainders?year=2026
            department | support/kinds
            department | support/batches
            department | support/batches/transitions
            department | support/batches/waiting
            department | support/register-kinds
            department | support/register-kinds/assigned
            department | support/parameters
            department | support/records
            department | support/violations
            department | support/imports
            department | refusal-grounds
            department | reports/critical-mass?by=CLUSTER
            department | reports/joining?by=CLUSTER
            department | clusters/%s/members
            department | clusters/%s/members/timeline
            department | clusters/%s/agreements
            department | clusters/%s/documents
            department | clusters/%s/conclusions
            department | clusters/%s/history
            department | clusters/%s/verdicts
            admin      | organisations
            admin      | users
            admin      | webhooks
            admin      | webhooks/event-types
            auditor    | audit?who=department
            """)
    void every_list_is_read_in_stretches(String login, String list) throws Exception {
        var path = list.contains("KNOWN")
                ? list.replace("KNOWN", Sample.inn("LEGAL_ENTITY"))
                : list.formatted(cluster("Списки").get("code").asText());

        var whole = Door.api(login, "GET", path, null);
        assertThat(whole.status()).as(whole.toString()).isEqualTo(200);
        assertThat(fields(whole.json())).isEqualTo(Set.of("items", "next"));
        for (var outside : List.of("0", "501", "-1")) {
            assertProblem(Door.api(login, "GET", with(path, "limit=" + outside), null), 400, "limit-out-of-range");
        }
        assertProblem(Door.api(login, "GET", with(path, "limit=x"), null), 400, "parameter-malformed");
        assertProblem(Door.api(login, "GET", with(path, "cursor=AAAA"), null), 400, "cursor-invalid");
        var another = Door.api("department", "GET", "sectors?limit=1", null)
                .json()
                .get("next")
                .asText();
        if (!path.equals("sectors")) {
            assertProblem(Door.api(login, "GET", with(path, "cursor=" + another), null), 400, "cursor-invalid");
        }
        List<String> before, read, after;
        int tries = 0;
        do { // a re-evaluation that ends meanwhile makes the list longer
            before = atOnce(login, path);
            read = stretches(login, path);
            after = atOnce(login, path);
        } while (!before.equals(after) && ++tries < 10);
        assertThat(read).isEqualTo(after);
    }

    private static List<String> atOnce(String login, String path) throws Exception {
        return items(Door.api(login, "GET", with(path, "limit=40"), null).json());
    }

    private static String with(String path, String more) {
        return path + (path.contains("?") ? "&" : "?") + more;
    }

    private static List<String> stretches(String login, String path) throws Exception {
        var read = new ArrayList<String>();
        String cursor = "";
        for (int i = 0; i < 40 && cursor != null; i++) {
            var page =
                    Door.api(login, "GET", with(path, "limit=1" + cursor), null).json();
            read.addAll(items(page));
            cursor = page.get("next").isNull()
                    ? null
                    : "&cursor=" + page.get("next").asText();
        }
        return read;
    }

    private static List<String> items(JsonNode page) {
        var items = new ArrayList<String>();
        page.get("items").forEach(item -> items.add(item.toString()));
        return items;
    }

    @Test
    void a_created_cluster_is_where_its_location_says_under_the_tag_it_was_given() throws Exception {
        var made = Door.api("department", "POST", "clusters", CLUSTER.formatted("Место"));

        assertThat(made.status()).isEqualTo(201);
        var place = made.header("Location");
        assertThat(place).endsWith("/api/v1/clusters/" + made.json().get("id").asText());
        var found = Door.send("GET", place.substring(place.indexOf("/api")), department(), null);
        assertThat(found.header("ETag")).isEqualTo(made.header("ETag"));
        assertThat(fields(found.json()))
                .contains("id", "code", "sector", "name", "organisation", "from", "to", "members");
        assertThat(found.json().get("to").isNull()).isTrue();
        assertThat(found.header("Content-Type")).startsWith("application/json");
    }

    @ParameterizedTest
    @CsvSource({
        "department, me",
        "admin, name-retention",
        "auditor, audit/seals",
        "admin, users/auditor",
        "department, clusters/%s",
        "department, clusters/%s/verdict"
    })
    void a_single_thing_carries_a_tag_that_stays_while_it_does(String login, String thing) throws Exception {
        var path = thing.formatted(cluster("Метка").get("id").asText());

        var first = Door.api(login, "GET", path, null);
        assertThat(first.status()).as(first.toString()).isEqualTo(200);
        assertThat(first.header("ETag")).matches("\"[^\"]+\"");
        assertThat(Door.api(login, "GET", path, null).header("ETag")).isEqualTo(first.header("ETag"));
    }

    @Test
    void a_verdict_has_the_promised_members() throws Exception {
        var code = cluster("Вердикт").get("code").asText();
        var member =
                "{\"inn\": \"7700000016\", \"roles\": [\"OTHER\"], \"from\": \"2019-02-01\", \"memberOfOrganisation\": false}";
        assertThat(Door.api("department", "POST", "clusters/" + code + "/members", member)
                        .status())
                .isEqualTo(201);

        var verdict = Door.api("department", "GET", "clusters/" + code + "/verdict?asOf=2019-03-01", null)
                .json();

        assertThat(fields(verdict))
                .contains("cluster", "asOf", "knownOn", "ruleSet", "traceVersion", "outcome", "findings", "digest");
        assertThat(fields(verdict.get("ruleSet"))).contains("code", "version");
        assertThat(verdict.get("digest").asText()).matches("[0-9a-f]{64}");
        assertThat(verdict.get("findings")).hasSize(5).allSatisfy(finding -> {
            assertThat(fields(finding))
                    .contains(
                            "rule",
                            "outcome",
                            "measured",
                            "required",
                            "counted",
                            "notCounted",
                            "parts",
                            "warnings",
                            "waiver",
                            "citation",
                            "explanation");
            assertThat(fields(finding.get("citation"))).contains("act", "edition", "paragraph", "status");
        });
        var partner = verdict.at("/findings/1/notCounted/0");
        assertThat(partner.get("state").asText()).isEqualTo("PARTNER");
        assertThat(fields(partner)).contains("inn", "name", "state", "why", "facts");
        assertThat(verdict.at("/findings/1/outcome").asText()).isEqualTo("NOT_MET");
    }

    @Test
    void an_upload_is_taken_whatever_its_label_and_told_where_to_look() throws Exception {
        for (var label : List.of(
                "application/zip", "application/xml", "application/json", "text/plain", "application/octet-stream")) {
            var taken = Door.api(
                    "department", "POST", "register/releases?fileName=a.zip", "нет " + label, "Content-Type", label);

            assertThat(taken.status()).as(taken.toString()).isEqualTo(202);
            assertThat(taken.header("Location"))
                    .endsWith("/api/v1/register/releases/"
                            + taken.json().get("id").asText());
            assertThat(fields(taken.json()))
                    .contains(
                            "id",
                            "kind",
                            "fileName",
                            "sha256",
                            "stateOn",
                            "formatVersions",
                            "coverage",
                            "state",
                            "files",
                            "records",
                            "entered",
                            "left",
                            "changed",
                            "unchanged",
                            "rejected",
                            "refusal",
                            "startedAt",
                            "finishedAt");
        }
        var id = Door.api("department", "GET", "register/releases?limit=1", null)
                .json()
                .at("/items/0/id")
                .asText();
        var refused = Sample.untilEnded(id);
        assertThat(refused.get("state").asText()).isEqualTo("REFUSED");
        assertThat(refused.at("/refusal/code").asText()).isNotBlank();
        assertThat(refused.at("/refusal/message").asText()).isNotBlank();
    }

    @Test
    void an_unknown_number_with_right_check_digits_is_unknown_and_no_error_where_it_joins() throws Exception {
        assertProblem(Door.api("department", "GET", "entities/7736050003", null), 404, "entity-unknown");
        assertProblem(Door.api("department", "GET", "entities/7707083894", null), 400, "inn-checksum");
        assertProblem(Door.api("department", "GET", "entities/77", null), 400, "inn-malformed");
    }

    @Test
    void a_hundred_equal_commands_under_one_key_make_one_thing() throws Exception {
        var key = UUID.randomUUID().toString();
        var body = CLUSTER.formatted("Один " + key);

        var answers = together(100, () -> Door.api("department", "POST", "clusters", body, "Idempotency-Key", key));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
            assertThat(answer.body()).isEqualTo(answers.get(0).body());
            assertThat(answer.header("Location")).isEqualTo(answers.get(0).header("Location"));
            assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        });
        var found = Door.api("department", "GET", "clusters?limit=500&query=" + key, null)
                .json();
        assertThat(items(found)).filteredOn(item -> item.contains(key)).hasSize(1);
        assertProblem(
                Door.api("department", "POST", "clusters", body.replace("Один", "Два"), "Idempotency-Key", key),
                422,
                "idempotency-key-reused");
        assertThat(Door.api("department2", "POST", "clusters", body, "Idempotency-Key", key)
                        .status())
                .as("another caller's key is another key")
                .isEqualTo(201);
    }

    @Test
    void an_upload_repeated_at_once_under_one_key_is_one_release() throws Exception {
        var key = UUID.randomUUID().toString();

        var answers = together(
                30,
                () -> Door.api("department", "POST", "register/releases?fileName=b.zip", key, "Idempotency-Key", key));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
            assertThat(answer.header("Location")).isEqualTo(answers.get(0).header("Location"));
        });
        assertThat(Sample.untilEnded(answers.get(0).json().get("id").asText())
                        .get("state")
                        .asText())
                .isEqualTo("REFUSED");
    }

    @Test
    void what_was_refused_may_be_tried_again_under_its_key() throws Exception {
        var key = UUID.randomUUID().toString();
        var body = CLUSTER.formatted("Снова");

        assertProblem(
                Door.api("department", "POST", "clusters", body.replace("\"IT\"", "\"XX\""), "Idempotency-Key", key),
                422,
                "sector-unknown");
        assertThat(Door.api("department", "POST", "clusters", body, "Idempotency-Key", key)
                        .status())
                .isEqualTo(201);
    }

    @Test
    void neither_a_cookie_nor_a_redirect_is_given_to_programs() throws Exception {
        for (var credentials : List.of(Door.basic("department", "demo"), Door.basic("nobody", "wrong"), "")) {
            for (var path : List.of("/api/v1/me", "/api", "/api/", "/api/v1/clusters", "/api/nothing")) {
                var answer = Door.send(
                        "GET", path, new String[] {"Authorization", credentials, "Accept", "text/html"}, null);

                assertThat(answer.header("Set-Cookie")).as(answer.toString()).isNull();
                assertThat(answer.header("Location")).as(answer.toString()).isNull();
                assertThat(answer.status()).isIn(200, 401, 404, 406);
            }
        }
        assertThat(Door.api("department", "GET", "me", null).status()).isEqualTo(200);
    }

    private static JsonNode cluster(String name) throws Exception {
        var made = Door.api("department", "POST", "clusters", CLUSTER.formatted(name));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made.json();
    }

    private static String[] department() {
        return new String[] {"Authorization", Door.basic("department", "demo")};
    }

    private static <T> List<T> together(int times, Callable<T> work) throws Exception {
        var pool = Executors.newFixedThreadPool(times);
        try {
            var answers = new ArrayList<T>();
            for (var future : pool.invokeAll(java.util.Collections.nCopies(times, work))) {
                answers.add(future.get());
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }

    private static Set<String> fields(JsonNode object) {
        var names = new TreeSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
