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

/** What a careless or hostile program sends about owners is refused with the right status and words. */
class HostileOwnershipIT extends FromOutside {

    private static final String STAKE = """
            {"owner": {"person": {"name": "Иванов Иван", "inn": "770000000156"}}, "subject": {"inn": "7700000016"},
             "share": {"numerator": "1", "denominator": "3"}, "kind": "SHAREHOLDING", "from": "2020-01-01",
             "document": {"title": "Выписка", "number": "1", "date": "2020-01-01"}}""";

    @BeforeEach
    void users() throws Exception {
        given("department", "auditor", "applicant");
    }

    @ParameterizedTest(name = "{0} instead of {1} is {2} {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "denominator": "0"             | "denominator": "3"     | 422 | fraction-denominator-zero
            "denominator": "-3"            | "denominator": "3"     | 422 | share-out-of-bounds
            "denominator": 3               | "denominator": "3"     | 400 | field-malformed
            "denominator": "3.0"           | "denominator": "3"     | 400 | field-malformed
            "denominator": ""              | "denominator": "3"     | 400 | field-malformed
            "denominator": "٣"             | "denominator": "3"     | 400 | field-malformed
            "numerator": "-1"              | "numerator": "1"       | 422 | share-out-of-bounds
            "numerator": "4"               | "numerator": "1"       | 422 | share-out-of-bounds
            "numerator": null              | "numerator": "1"       | 400 | field-required
            "kind": "EXECUTIVE"            | "kind": "SHAREHOLDING" | 422 | stake-share-impossible
            "kind": "OWNER"                | "kind": "SHAREHOLDING" | 400 | field-malformed
            "kind": null                   | "kind": "SHAREHOLDING" | 400 | field-required
            "from": "2020-02-30"           | "from": "2020-01-01"   | 400 | date-malformed
            "from": null                   | "from": "2020-01-01"   | 400 | field-required
            "to": "2019-01-01", "from": "2020-01-01" | "from": "2020-01-01" | 422 | period-empty
            "inn": "7700000017"            | "inn": "7700000016"    | 400 | inn-checksum
            "ogrn": "1027700000001"        | "inn": "7700000016"    | 400 | ogrn-checksum
            "inn": null                    | "inn": "7700000016"    | 400 | field-required
            "name": "a\\u0000"             | "name": "Иванов Иван"  | 400 | text-forbidden-character
            "name": "\\ud800"              | "name": "Иванов Иван"  | 400 | text-forbidden-character
            "title": null                  | "title": "Выписка"     | 400 | field-required
            "date": "1.1.2020"             | "date": "2020-01-01"   | 400 | date-malformed
            "votes": {}, "kind"            | "kind"                 | 400 | field-required
            "share": 5, "shares"           | "share"                | 400 | field-malformed
            "boss": true, "kind"           | "kind"                 | 400 | field-unknown
            """)
    void a_statement_that_cannot_be_is_refused(String sent, String instead, int status, String slug) throws Exception {
        assertProblem(Door.api("department", "POST", "ownership/stakes", STAKE.replace(instead, sent)), status, slug);
    }

    @Test
    void numbers_without_end_and_texts_without_end_are_refused() throws Exception {
        for (int digits : new int[] {50, 1_000, 100_000}) {
            var answer = Door.api(
                    "department",
                    "POST",
                    "ownership/stakes",
                    STAKE.replace("\"3\"", "\"1" + "0".repeat(digits) + "\"")
                            .replace("770000000156", digits == 50 ? "770000000220" : "770000000300"));
            assertThat(answer.status()).as(digits + " digits " + answer).isIn(201, 400, 422);
            if (digits == 100_000) {
                assertIsProblem(answer);
            }
        }
        assertProblem(
                Door.api("department", "POST", "ownership/stakes", STAKE.replace("Выписка", "я".repeat(501))),
                422,
                "text-too-long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ownership/holding",
                "ownership/holding?owner=&subject=",
                "ownership/holding?owner=inn:7700000016",
                "ownership/holding?owner=7700000016&subject=inn:7700000016",
                "ownership/holding?owner=inn:7700000017&subject=inn:7700000016",
                "ownership/holding?owner=ogrn:1&subject=inn:7700000016",
                "ownership/holding?owner=person:999999999999999999&subject=inn:7700000016",
                "ownership/holding?owner=person:-1&subject=inn:7700000016",
                "ownership/holding?owner=person:9999999999999999999999&subject=inn:7700000016",
                "ownership/holding?owner=person:%D9%A1&subject=inn:7700000016",
                "ownership/holding?owner=bods:%00&subject=inn:7700000016",
                "ownership/holding?owner=bods:&subject=inn:7700000016",
                "ownership/holding?owner=bods:%ED%A0%80&subject=inn:7700000016",
                "ownership/holding?owner=:&subject=:",
                "ownership/holding?owner=INN:7700000016&subject=inn:7700000016",
                "ownership/affiliation?a=inn:7700000016",
                "ownership/affiliation?a=inn:7700000016&b=x",
                "ownership/affiliation?a=inn:7700000016&b=inn:7700000023&profile=AFF",
                "ownership/affiliation?a=inn:7700000016&b=inn:7700000023&asOf=2024-02-30",
                "ownership/affiliation?a=inn:7700000016&b=inn:7700000023&knownOn=yesterday",
                "ownership/imports/0",
                "ownership/imports/99999999999999999999",
                "ownership/imports/x/problems",
                "ownership/imports?limit=0",
                "ownership/imports?cursor=AAAA",
                "ownership/imports/1/problems?cursor=%00",
                "ownership/stakes/1",
                "ownership/stakes/00000000-0000-0000-0000-000000000000",
                "ownership/stakes?limit=501"
            })
    void an_address_that_leads_nowhere_is_answered_with_a_problem(String path) throws Exception {
        var answer = Door.api("department", "GET", path, null);

        assertThat(answer.status()).as(answer.toString()).isBetween(400, 499);
        assertIsProblem(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ownership/affiliation?a=inn:7700000016&b=inn:7700000016",
                "ownership/holding?owner=inn:7700000016&subject=inn:7700000016",
                "ownership/affiliation?a=ogrn:1027700000019&b=inn:7700000016",
                "ownership/affiliation?a=ogrn:304500116000157&b=inn:770000000156",
                "ownership/affiliation?a=inn:7700000016&b=inn:770000000156&asOf=1900-01-01",
                "ownership/affiliation?a=inn:7700000016&b=inn:770000000156&asOf=2999-12-31",
                "ownership/affiliation?a=inn:7700000016&b=inn:770000000156&knownOn=2999-12-31T20:59:59Z",
                "ownership/affiliation?a=inn:7700000016&b=inn:770000000156&knownOn=1901-01-01T00:00:00Z",
                "ownership/affiliation?a=inn:7700000016&b=inn:770000000156&profile=GROUP_135&profile=x"
            })
    void a_question_at_the_edge_is_answered(String path) throws Exception {
        Door.api("department", "POST", "ownership/stakes", STAKE);

        var answer = Door.api("department", "GET", path, null);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    @Test
    void whoever_may_not_is_refused() throws Exception {
        assertProblem(Door.api("auditor", "POST", "ownership/stakes", STAKE), 403, "forbidden-role");
        assertProblem(Door.api("applicant", "GET", "ownership/imports", null), 403, "forbidden-role");
        assertProblem(
                Door.api("applicant", "GET", "ownership/affiliation?a=inn:7700000016&b=inn:7700000023", null),
                403,
                "forbidden-role");
        assertProblem(Door.api("auditor", "POST", "ownership/imports?fileName=a.xml", "<a/>"), 403, "forbidden-role");
    }

    @Test
    void an_upload_of_nothing_or_of_anything_is_never_an_error_of_ours() throws Exception {
        var headers = new String[] {
            "Authorization", Door.basic("department", "demo"), "Content-Type", "application/octet-stream"
        };
        assertProblem(
                Door.send("POST", "/api/v1/ownership/imports?fileName=a", headers, new byte[0]), 422, "upload-empty");
        for (var body : new String[] {"x", "PK\u0003\u0004", "[", "{}", "[1]", "<", "<Файл/>", "\u0000"}) {
            var answer = Door.send(
                    "POST", "/api/v1/ownership/imports?fileName=%2e%2e%2fa%00b", headers, body.getBytes(UTF_8));
            assertThat(answer.status()).as(answer.toString()).isBetween(200, 499);
        }
    }
}
