package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.inserver.ClustersRestIT.send;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictsRestIT extends InServer {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String CONCLUSION = """
            {"rule": "E1", "part": "GOALS", "outcome": "MET", "statement": "Цели устава отвечают политике города",
             "document": {"title": "Заключение", "number": "7", "date": "2019-02-01"}, "validFrom": "2019-02-01"}""";

    @Test
    void a_verdict_says_who_counts_by_which_act_and_its_digest_can_be_recomputed_in_both_languages() throws Exception {
        var path = cluster();

        var russian = JSON.readTree(ok(send("service", "GET", path + "/verdict?asOf=2019-03-01", null)));
        var english = JSON.readTree(
                ok(send("service", "GET", path + "/verdict?asOf=2019-03-01", null, "Accept-Language", "en")));

        assertThat(russian.get("outcome").asText()).isEqualTo("NOT_ELIGIBLE");
        assertThat(russian.at("/ruleSet/code").asText()).isEqualTo("CONCEPT_2010");
        assertThat(russian.at("/findings")).hasSize(5);
        assertThat(russian.at("/findings/1/measured/of").asInt()).isEqualTo(1);
        assertThat(russian.at("/findings/1/notCounted/0/state").asText()).isEqualTo("UNKNOWN");
        assertThat(russian.at("/findings/0/citation/status").asText()).isEqualTo("DRAFT");
        assertThat(russian.at("/findings/0/explanation").asText()).containsPattern("[а-я]");
        assertThat(english.at("/findings/1/explanation").asText()).doesNotContainPattern("[а-я]");
        for (var verdict : List.of(russian, english)) {
            assertThat(digest(verdict)).isEqualTo(verdict.get("digest").asText());
        }
        assertThat(english.get("digest")).isEqualTo(russian.get("digest"));
        var again = ok(send(
                "service",
                "GET",
                path + "/verdict?asOf=2019-03-01&ruleSet=CONCEPT_2010:2&knownOn="
                        + russian.get("knownOn").asText(),
                null));
        assertThat(JSON.readTree(again)).isEqualTo(russian);
    }

    @Test
    void a_conclusion_is_recorded_counts_and_is_withdrawn() throws Exception {
        var path = cluster();

        var made = send("department", "POST", path + "/conclusions", CONCLUSION);

        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        var place =
                path + "/conclusions/" + JSON.readTree(made.body()).get("id").asText();
        assertThat(made.headers().firstValue("Location").orElseThrow()).endsWith(place);
        assertThat(ok(send("auditor", "GET", place, null))).contains("Цели устава");
        var part = JSON.readTree(ok(send("auditor", "GET", path + "/verdict", null)))
                .at("/findings/0/parts")
                .findParents("code");
        assertThat(part).anySatisfy(goals -> {
            assertThat(goals.get("code").asText()).isEqualTo("GOALS");
            assertThat(goals.get("outcome").asText()).isEqualTo("MET");
            assertThat(goals.get("by").asText()).isEqualTo("department");
        });
        assertThat(send("gckr", "DELETE", place, null).statusCode()).isEqualTo(204);
        ClustersRestIT.assertProblem(409, "conclusion-withdrawn", send("gckr", "DELETE", place, null));
        var list = JSON.readTree(ok(send("auditor", "GET", path + "/conclusions", null)));
        assertThat(list.at("/items/0/withdrawnBy").asText()).isEqualTo("gckr");
        assertThat(list.get("next").isNull()).isTrue();
    }

    @Test
    void what_cannot_be_done_is_answered_with_the_right_status() throws Exception {
        var path = cluster();
        ClustersRestIT.assertProblem(404, "cluster-unknown", send("auditor", "GET", "clusters/IT-99999/verdict", null));
        ClustersRestIT.assertProblem(
                400, "date-malformed", send("auditor", "GET", path + "/verdict?asOf=2019-02-30", null));
        ClustersRestIT.assertProblem(
                400, "instant-malformed", send("auditor", "GET", path + "/verdict?knownOn=gestern", null));
        ClustersRestIT.assertProblem(
                404, "rule-set-unknown", send("auditor", "GET", path + "/verdict?ruleSet=NONE", null));
        ClustersRestIT.assertProblem(403, "forbidden-role", send("applicant", "GET", path + "/verdict", null));
        ClustersRestIT.assertProblem(403, "forbidden-role", send("auditor", "POST", path + "/conclusions", CONCLUSION));
        for (var fault : List.of(
                List.of("\"MET\"", "\"MANUAL\"", "400", "field-malformed"),
                List.of("\"MET\"", "null", "400", "field-required"),
                List.of("GOALS", "NONSENSE", "422", "part-unknown"),
                List.of("\"E1\"", "\"E2\"", "422", "part-of-another-rule"),
                List.of("\"E1\"", "\"E9\"", "400", "field-malformed"),
                List.of("\"rule\"", "\"ruel\"", "400", "field-unknown"),
                List.of("\"validFrom\": ", "\"validTo\": \"2019-01-31\", \"validFrom\": ", "422", "period-empty"),
                List.of("GOALS", "DECLARATION:7700000023", "422", "part-of-another-rule"),
                List.of("\"date\": \"2019-02-01\"", "\"date\": \"2019-02-31\"", "400", "date-malformed"))) {
            ClustersRestIT.assertProblem(
                    Integer.parseInt(fault.get(2)),
                    fault.get(3),
                    send("gckr", "POST", path + "/conclusions", CONCLUSION.replace(fault.get(0), fault.get(1))));
        }
        ClustersRestIT.assertProblem(400, "field-required", send("gckr", "POST", path + "/conclusions", ""));
        var nobody = "00000000-0000-0000-0000-000000000000";
        ClustersRestIT.assertProblem(
                404, "conclusion-unknown", send("gckr", "DELETE", path + "/conclusions/" + nobody, null));
        ClustersRestIT.assertProblem(
                404, "verdict-unknown", send("auditor", "GET", path + "/verdicts/" + nobody, null));
        ClustersRestIT.assertProblem(400, "limit-out-of-range", send("auditor", "GET", "verdicts?limit=501", null));
        ClustersRestIT.assertProblem(
                400, "parameter-malformed", send("auditor", "GET", "verdicts?outcome=MAYBE", null));
    }

    @Test
    void verdicts_are_printed_kept_compared_listed_and_all_judged() throws Exception {
        var path = cluster();
        var paper = send("auditor", "GET", path + "/verdict.pdf?asOf=2019-03-01", null);
        assertThat(paper.statusCode()).isEqualTo(200);
        assertThat(paper.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(paper.body()).startsWith("%PDF-");
        ClustersRestIT.assertProblem(
                404, "cluster-unknown", send("auditor", "GET", "clusters/IT-99999/verdict.pdf", null));

        var first = send("gckr", "POST", path + "/verdicts?asOf=2019-03-01", null);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        var one = id(first.headers().firstValue("Location").orElseThrow());
        assertThat(send("gckr", "POST", path + "/conclusions", CONCLUSION).statusCode())
                .isEqualTo(201);
        var two = id(send("gckr", "POST", path + "/verdicts?asOf=2019-03-01", null)
                .headers()
                .firstValue("Location")
                .orElseThrow());
        assertThat(JSON.readTree(ok(send("auditor", "GET", path + "/verdicts/" + one, null))))
                .isEqualTo(JSON.readTree(first.body()));
        var difference =
                JSON.readTree(ok(send("auditor", "GET", path + "/verdicts/" + one + "/difference?to=" + two, null)));
        assertThat(difference.at("/findings/0/parts/0/code").asText()).isEqualTo("GOALS");
        var page = JSON.readTree(ok(send("auditor", "GET", path + "/verdicts?limit=1", null)));
        assertThat(page.get("items")).hasSize(1);
        var rest = path + "/verdicts?limit=1&cursor=" + page.get("next").asText();
        assertThat(JSON.readTree(ok(send("auditor", "GET", rest, null))).get("items"))
                .hasSize(1);

        var evaluated = JSON.readTree(ok(send("department", "POST", "verdicts/evaluate", null)));
        assertThat(evaluated.get("clusters").asInt()).isPositive();
        var listed =
                JSON.readTree(ok(send("auditor", "GET", "verdicts?outcome=NOT_ELIGIBLE&sector=IT&limit=500", null)));
        assertThat(listed.get("items"))
                .isNotEmpty()
                .allMatch(item -> item.get("findings").size() == 5);
        var ruleSets = JSON.readTree(ok(send("auditor", "GET", "rule-sets", null)));
        assertThat(ruleSets.at("/items/0/code").asText()).isEqualTo("CONCEPT_2010");
        assertThat(ruleSets.at("/items/0/parameters")).hasSizeGreaterThanOrEqualTo(9);
    }

    private static String cluster() throws Exception {
        var made = send("department", "POST", "clusters", """
                {"sector": "IT", "name": "Облачный", "organisation": {"inn": "7707083893"}, "from": "2019-01-01"}""");
        var path = "clusters/" + JSON.readTree(made.body()).get("id").asText();
        ok(send("department", "POST", path + "/members", """
                {"inn": "7700000016", "roles": ["SME_LEADER", "MANUFACTURER"], "from": "2019-02-01"}"""));
        return path;
    }

    private static String ok(java.net.http.HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return answer.body();
    }

    private static String id(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** As an outside program would: nothing in a trace needs more of RFC 8785 than keys in order and no spaces. */
    private static String digest(JsonNode verdict) throws Exception {
        var kept = verdict.deepCopy();
        strip(kept);
        var canonical = new ObjectMapper()
                .configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true)
                .writeValueAsBytes(new ObjectMapper().treeToValue(kept, Object.class));
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(List.of("digest", "knownOn", "explanation", "why", "message", "statement", "name"));
        }
        node.forEach(VerdictsRestIT::strip);
    }
}
