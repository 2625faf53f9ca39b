package ru.mos.clusters.outside;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.outside.ProblemAssert.assertIsProblem;
import static ru.mos.clusters.outside.ProblemAssert.assertProblem;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a careless or hostile program sends is refused with the right status and words, never with an error of ours. */
class HostileRestIT extends FromOutside {

    private static final String CLUSTER = """
            {"sector": "IT", "name": "Проба", "organisation": {"inn": "7707083893"}, "from": "2019-01-01"}""";
    private static final String MEMBER = """
            {"inn": "7700000016", "roles": ["OTHER"], "from": "2019-02-01"}""";

    @BeforeEach
    void users() throws Exception {
        given("department", "gckr", "auditor", "applicant");
    }

    @ParameterizedTest(name = "{0} instead of {1} is {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "sector": 5                      | "sector": "IT"         | field-malformed
            "sector": null                   | "sector": "IT"         | field-required
            "sector": ["IT"]                 | "sector": "IT"         | field-malformed
            "sector": "IT", "sector": "IT"   | "sector": "IT"         | request-malformed
            "sector": "IT", "owner": 1       | "sector": "IT"         | field-unknown
            "sector": "IT", "__proto__": {}  | "sector": "IT"         | field-unknown
            "name": true                     | "name": "Проба"        | field-malformed
            "name": "a\\u0000b"              | "name": "Проба"        | text-forbidden-character
            "name": "a\\u001bb"              | "name": "Проба"        | text-forbidden-character
            "name": "\\ud800"                | "name": "Проба"        | text-forbidden-character
            "name": "\\udc00\\ud800"         | "name": "Проба"        | text-forbidden-character
            "name": "  "                     | "name": "Проба"        | field-required
            "name": "\\x"                    | "name": "Проба"        | field-malformed
            "inn": 7707083893                | "inn": "7707083893"    | field-malformed
            "inn": "7707083894"              | "inn": "7707083893"    | inn-checksum
            "inn": "770708389"               | "inn": "7707083893"    | inn-malformed
            "inn": "٧٧٠٧٠٨٣٨٩٣"              | "inn": "7707083893"    | inn-malformed
            "inn": " 7707083893"             | "inn": "7707083893"    | inn-malformed
            "inn": "7707083893", "legalForm": "LTD" | "inn": "7707083893" | field-malformed
            "inn": "7707083893", "legalForm": 0     | "inn": "7707083893" | field-malformed
            "from": "2019-02-29"             | "from": "2019-01-01"   | date-malformed
            "from": "2019-1-1"               | "from": "2019-01-01"   | date-malformed
            "from": "01.01.2019"             | "from": "2019-01-01"   | date-malformed
            "from": "0000-00-00"             | "from": "2019-01-01"   | date-malformed
            "from": "+999999999-12-31"       | "from": "2019-01-01"   | date-malformed
            "from": "2019-01-01T00:00:00Z"   | "from": "2019-01-01"   | date-malformed
            "from": 20190101                 | "from": "2019-01-01"   | field-malformed
            "from": -1e400                   | "from": "2019-01-01"   | field-malformed
            "from": [2019, 1, 1]             | "from": "2019-01-01"   | field-malformed
            """)
    void a_field_that_cannot_be_read_is_named(String sent, String instead, String slug) throws Exception {
        var answer = Door.api("department", "POST", "clusters", CLUSTER.replace(instead, sent));

        assertProblem(answer, 400, slug);
    }

    @ParameterizedTest(name = "the body {0} is {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {                      | request-malformed
            {"sector": "IT",}      | request-malformed
            {'sector': 'IT'}       | request-malformed
            {"sector": NaN}        | request-malformed
            {} {}                  | request-malformed
            []                     | request-malformed
            "IT"                   | request-malformed
            5                      | request-malformed
            null                   | body-required
            {"organisation": []}   | field-malformed
            {"organisation": "x"}  | field-malformed
            {}                     | field-required
            /* */ {}               | request-malformed
            <cluster/>             | request-malformed
            """)
    void a_body_that_is_not_what_is_asked_for_is_refused(String body, String slug) throws Exception {
        assertProblem(Door.api("department", "POST", "clusters", body), 400, slug);
    }

    @ParameterizedTest(name = "roles {0} are {1} {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [null]       | 400 | field-malformed
            [0]          | 400 | field-malformed
            "OTHER"      | 400 | field-malformed
            ["BOSS"]     | 400 | field-malformed
            ["other"]    | 400 | field-malformed
            {}           | 400 | field-malformed
            null         | 400 | field-required
            []           | 422 | membership-without-role
            """)
    void a_list_holds_what_it_may_hold(String roles, int status, String slug) throws Exception {
        var answer = Door.api("department", "POST", cluster() + "/members", MEMBER.replace("[\"OTHER\"]", roles));

        assertProblem(answer, status, slug);
    }

    @Test
    void bytes_that_are_no_text_and_texts_without_end_are_refused() throws Exception {
        byte[] halves = {'{', '"', 'n', '"', ':', '"', (byte) 0xff, (byte) 0xc0, '"', '}'};
        var json = new String[] {"Authorization", Door.basic("department", "demo"), "Content-Type", "application/json"};
        assertThat(Door.send("POST", "/api/v1/clusters", json, halves).status()).isEqualTo(400);

        assertProblem(post("[".repeat(100_000)), 400, "request-malformed");
        assertProblem(post("{\"organisation\":".repeat(100_000)), 400, "field-malformed");
        assertProblem(post("{\"sector\": " + "9".repeat(2_000_000) + "}"), 400, "request-malformed");
        assertProblem(post("{\"name\": \"" + "x".repeat(25_000_000) + "\"}"), 400, "field-malformed");
        assertProblem(post(CLUSTER.replace("Проба", "я".repeat(1001))), 422, "text-too-long");
        assertProblem(post("{\"" + "x".repeat(60_000) + "\": 1}"), 400, "request-malformed");
        assertThat(post(CLUSTER.replace("Проба", "Облако 😀 «ёлка»")).status()).isEqualTo(201);
    }

    @Test
    void a_body_longer_than_any_upload_is_refused_before_it_is_read() throws Exception {
        var answer = Door.send(
                "POST",
                "/api/v1/register/releases?fileName=a.zip",
                new String[] {"Authorization", Door.basic("department", "demo"), "Content-Length", "900000000000"},
                null);

        assertProblem(answer, 413, "body-too-large");
    }

    @ParameterizedTest(name = "{0}: {1} is answered with {2}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            Content-Type    | text/plain         | 415 | http-415
            Content-Type    | application/xml    | 415 | http-415
            Content-Type    | garbage            | 400 | http-400
            Accept          | text/html          | 406 | http-406
            Accept          | garbage            | 400 | http-400
            Accept          | */*;q=x            | 400 | http-400
            Accept          | */*; Q=            | 400 | http-400
            Accept          | */*;q=1.1          | 400 | http-400
            Accept          | */*;q=NaN          | 400 | http-400
            Idempotency-Key | ключ               | 400 | parameter-malformed
            """)
    void a_header_that_does_not_fit_is_refused(String name, String value, int status, String slug) throws Exception {
        assertProblem(Door.api("department", "POST", "clusters", CLUSTER, name, value), status, slug);
    }

    @ParameterizedTest
    @CsvSource({
        "*/*;q=x,400",
        "'application/json;q=0.5,*/*;q=-1',400",
        "'application/json;q=0.55,*/*;q=0',200",
        "*/*;q=1.000,200"
    })
    void a_weight_of_what_is_accepted_is_a_number_from_zero_to_one(String accepted, int status) throws Exception {
        var answer = Door.api("department", "GET", "decisions", null, "Accept", accepted);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        if (status == 400) {
            assertIsProblem(answer);
        }
    }

    @Test
    void a_language_nobody_understands_is_no_reason_to_fail_unseen() throws Exception {
        var answer = Door.api("department", "GET", "clusters/IT-99999", null, "Accept-Language", "garbage;;;q=x");

        assertThat(answer.status()).isBetween(400, 404);
        assertIsProblem(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clusters/%00",
                "clusters/a%00b/members",
                "clusters/%0d%0aX:1",
                "clusters/%ff",
                "clusters/%ED%A0%80",
                "clusters/..%2f..%2fweb.xml",
                "clusters/%2e%2e/%2e%2e/x",
                "clusters/;x=1",
                "clusters//members",
                "clusters/IT-1'--",
                "entities/%F0%9F%98%80",
                "entities/77070838931234567890",
                "users/%ff",
                "register/releases/-1",
                "register/releases/99999999999999999999",
                "register/releases/1.5",
                "tasks/1/close",
                "nothing/here",
                "clusters/x/verdict?ruleSet=%00",
                "clusters?query=%00",
                "verdicts?sector=a%00b",
                "entities?asOf=2024-02-30",
                "entities?limit=0",
                "entities?limit=501",
                "entities?limit=-1",
                "entities?limit=1e2",
                "entities?limit=2147483648",
                "entities?limit=",
                "entities?cursor=AAAA",
                "entities?cursor=%21",
                "entities?kind=OWNER",
                "entities?status=in",
                "clusters?asOf=1",
                "sectors?cursor=",
                "clusters/IT-1/verdict?knownOn=yesterday",
                "clusters/IT-1/verdict?knownOn=2019-01-01T10:00:00"
            })
    void an_address_that_leads_nowhere_is_answered_with_a_problem(String path) throws Exception {
        var answer = Door.api("department", "GET", path, null);

        assertThat(answer.status()).as(answer.toString()).isBetween(400, 499);
        assertIsProblem(answer);
    }

    @Test
    void of_a_parameter_given_twice_the_first_counts() throws Exception {
        var answer = Door.api("department", "GET", "sectors?limit=1&limit=2", null);

        assertThat(answer.json().get("items")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "PATCH", "DELETE", "POST", "FOO", "TRACE"})
    void a_method_that_is_not_there_is_said_with_those_that_are(String method) throws Exception {
        var path = method.equals("GET") || method.equals("HEAD") ? "clusters/take-on" : "me";
        var answer = Door.api("department", method, path, null);

        assertThat(answer.status()).as(answer.toString()).isIn(404, 405);
        if (!method.equals("HEAD")) {
            assertIsProblem(answer);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Basic",
                "Basic !",
                "Basic ZGVwYXJ0bWVudA==",
                "Bearer abc",
                "Digest username=\"department\"",
                "Basic OmRlbW8=",
                "Basic ZGVwYXJ0bWVudDp3cm9uZw==",
                "Basic AGRlcGFydG1lbnQ6ZGVtbw=="
            })
    void credentials_that_are_missing_or_wrong_are_refused_alike(String header) throws Exception {
        var answer = Door.send("GET", "/api/v1/me", new String[] {"Authorization", header}, null);

        assertProblem(answer, 401, "unauthenticated-request");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Basic ");
        assertProblem(
                Door.send("GET", "/api/nothing", new String[] {"Authorization", header}, null),
                401,
                "unauthenticated-request");
        succeed();
    }

    /** Refusals in a row would lock the login in the end. */
    private static void succeed() throws Exception {
        assertThat(Door.api("department", "GET", "me", null).status()).isEqualTo(200);
    }

    @Test
    void a_role_that_may_not_is_told_so() throws Exception {
        var path = cluster();
        assertProblem(Door.api("auditor", "POST", "clusters", CLUSTER), 403, "forbidden-role");
        assertProblem(Door.api("applicant", "GET", path, null), 403, "forbidden-role");
        assertProblem(Door.api("department", "GET", "users", null), 403, "forbidden-role");
    }

    @Test
    void the_second_of_two_who_change_one_cluster_is_told_and_nothing_is_lost() throws Exception {
        var path = cluster();
        var first = Door.api("department", "GET", path, null).header("ETag");
        assertThat(Door.api("department", "PATCH", path, "{\"name\": \"Первый\"}", "If-Match", first)
                        .status())
                .isEqualTo(200);

        assertProblem(
                Door.api("gckr", "PATCH", path, "{\"name\": \"Второй\"}", "If-Match", first), 412, "changed-meanwhile");
        for (var tag : new String[] {"\"0\"", "W/" + first, "*", "7", "\"x\"", "\"99999999999999999999\"", "\"-1\""}) {
            assertProblem(
                    Door.api("gckr", "PATCH", path, "{\"name\": \"Второй\"}", "If-Match", tag),
                    412,
                    "changed-meanwhile");
        }
        assertProblem(Door.api("gckr", "PATCH", path, "{\"name\": \"Второй\"}"), 428, "if-match-required");
        assertThat(Door.api("gckr", "GET", path, null).json().get("name").asText())
                .isEqualTo("Первый");
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource(delimiter = '|', textBlock = """
            en                     | There is no cluster
            en-GB;q=0.3, ru;q=0.1  | There is no cluster
            ru                     | нет
            de, fr;q=0.8           | нет
            *                      | нет
            """)
    void a_problem_speaks_the_language_of_its_reader(String language, String words) throws Exception {
        var answer = Door.api("department", "GET", "clusters/IT-99999", null, "Accept-Language", language);

        assertProblem(answer, 404, "cluster-unknown");
        assertThat(answer.json().get("detail").asText()).contains(words);
    }

    private static Door.Answer post(String body) throws Exception {
        return Door.send(
                "POST",
                "/api/v1/clusters",
                new String[] {"Authorization", Door.basic("department", "demo"), "Content-Type", "application/json"},
                body.getBytes(UTF_8));
    }

    private static String cluster() throws Exception {
        var made = Door.api("department", "POST", "clusters", CLUSTER);
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return "clusters/" + made.json().get("code").asText();
    }
}
