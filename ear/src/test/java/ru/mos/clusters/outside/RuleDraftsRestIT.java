package ru.mos.clusters.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.outside.ProblemAssert.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Drafts of the rules and readings of the law, as other programs see them. */
class RuleDraftsRestIT extends FromOutside {

    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    @BeforeEach
    void people() throws Exception {
        given("department", "department2", "chief", "gckr", "auditor");
    }

    private static JsonNode created() throws Exception {
        var latest = Door.api("auditor", "GET", "rule-sets", null).json().at("/items");
        int version = latest.get(latest.size() - 1).get("version").asInt();
        var answer = Door.api("department", "POST", "rule-drafts", """
                {"ruleSet": "CONCEPT_2010", "version": %d}""".formatted(version));
        assertThat(answer.status()).isEqualTo(201);
        return answer.json();
    }

    private static List<String> codes(JsonNode errors) {
        var codes = new ArrayList<String>();
        errors.forEach(error -> {
            assertThat(error.get("pointer").asText()).startsWith("/");
            assertThat(error.get("message").asText()).isNotBlank();
            codes.add(error.get("code").asText());
        });
        return codes;
    }

    @Test
    void a_draft_is_edited_by_who_has_seen_it_last_and_refused_with_everything_that_is_at_fault() throws Exception {
        var draft = created();
        var path = "rule-drafts/" + draft.get("id").asText();
        var content = (ObjectNode) draft.get("content").deepCopy();
        content.put("from", "2020-01-01");
        content.withArray("citations").remove(0);

        assertProblem(Door.api("department", "PUT", path, content.toString()), 428, "if-match-required");
        assertProblem(
                Door.api("department", "PUT", path, content.toString(), "If-Match", "\"999\""),
                412,
                "changed-meanwhile");
        var edited = Door.api(
                "department",
                "PUT",
                path,
                content.toString(),
                "If-Match",
                "\"" + draft.get("version").asLong() + "\"");
        assertThat(edited.status()).isEqualTo(200);
        assertThat(edited.json().at("/content/from").asText()).isEqualTo("2020-01-01");

        var faults = Door.api("gckr", "GET", path + "/faults", null).json().get("items");
        assertThat(codes(faults))
                .contains("rule-uncited", "rule-from-in-past", "rule-basis-missing", "rule-comments-not-called");
        var refused = Door.api("chief", "POST", path + "/publish", null);
        assertProblem(refused, 422, "rule-draft-refused");
        assertThat(codes(refused.json().get("errors"))).containsExactlyElementsOf(codes(faults));
        assertThat(Door.api("auditor", "GET", path, null).json().get("state").asText())
                .isEqualTo("DRAFT");

        assertProblem(Door.api("gckr", "PUT", path, content.toString(), "If-Match", "\"1\""), 403, "forbidden-role");
        assertThat(Door.api("department", "POST", path + "/discard", "{\"reason\": \"проба\"}")
                        .json()
                        .get("state")
                        .asText())
                .isEqualTo("DISCARDED");
        assertProblem(Door.api("chief", "POST", path + "/publish", null), 409, "rule-transition-not-allowed");
    }

    @Test
    void what_cannot_be_read_names_its_place_and_what_is_not_there_is_unknown() throws Exception {
        var draft = created();
        var path = "rule-drafts/" + draft.get("id").asText();
        var content = (ObjectNode) draft.get("content").deepCopy();
        ((ObjectNode) content.at("/parameters/0")).put("code", "NONSENSE");
        var answer = Door.api("department", "PUT", path, content.toString(), "If-Match", "\"1\"");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/pointer").asText()).isEqualTo("/parameters/0/code");

        ((ObjectNode) content.at("/parameters/0")).put("code", "SME_SHARE");
        ((ObjectNode) content.at("/parameters/0")).put("value", "девять");
        var edited = Door.api("department", "PUT", path, content.toString(), "If-Match", "\"1\"");
        assertThat(edited.status()).isEqualTo(200);
        assertProblem(Door.api("auditor", "GET", path + "/preview", null), 422, "rule-preview-impossible");

        assertProblem(Door.api("auditor", "GET", "rule-drafts/" + NOBODY, null), 404, "rule-draft-unknown");
        assertProblem(Door.api("auditor", "GET", "rule-sets/CONCEPT_2010:99", null), 404, "rule-version-unknown");
        assertProblem(
                Door.api("department", "POST", path + "/open", "{\"days\": 999}"), 422, "rule-comment-term-impossible");
        Door.api("department", "POST", path + "/discard", "{\"reason\": \"проба\"}");
    }

    @Test
    void a_comment_is_taken_while_the_draft_is_open_and_answered_once() throws Exception {
        var path = "rule-drafts/" + created().get("id").asText();
        assertProblem(
                Door.api("gckr", "POST", path + "/comments", "{\"body\": \"рано\"}"), 409, "rule-comments-closed");
        assertThat(Door.api("department", "POST", path + "/open", "{\"days\": 3}")
                        .status())
                .isEqualTo(200);
        var comment = Door.api("gckr", "POST", path + "/comments", """
                {"place": "/parameters/0", "body": "Почему так?"}""", "Idempotency-Key", "comment-" + path);
        assertThat(comment.status()).isEqualTo(201);
        var answer = path + "/comments/" + comment.json().get("id").asText() + "/answer";
        assertThat(Door.api("department", "POST", answer, "{\"answer\": \"Так в акте.\"}")
                        .json()
                        .get("answer")
                        .asText())
                .isEqualTo("Так в акте.");
        assertProblem(Door.api("department", "POST", answer, "{\"answer\": \"ещё\"}"), 409, "rule-comment-answered");
        assertThat(Door.api("auditor", "GET", path + "/comments", null).json().get("items"))
                .hasSize(1);
        Door.api("department", "POST", path + "/discard", "{\"reason\": \"проба\"}");
    }

    @Test
    void a_reading_waits_for_a_second_person_and_shows_its_effect_meanwhile() throws Exception {
        var impossible = Door.api("department", "POST", "ownership/readings", """
                {"code": "HOLDING_ABOVE", "value": "6/5", "from": "2026-01-01", "basis": "Приказ"}""");
        assertProblem(impossible, 422, "reading-value-impossible");
        var proposed = Door.api("department", "POST", "ownership/readings", """
                {"code": "HOLDING_ABOVE", "value": "1/10", "from": "2026-01-01", "basis": "Приказ № 5"}""");
        assertThat(proposed.status()).isEqualTo(201);
        var path = "ownership/readings/proposals/" + proposed.json().get("id").asText();
        assertThat(Door.api("auditor", "GET", path + "/preview", null).status()).isEqualTo(200);
        assertProblem(Door.api("department", "POST", path + "/confirm", null), 422, "second-person-required");
        assertThat(Door.api("auditor", "GET", "ownership/readings?limit=500", null)
                        .json()
                        .at("/items")
                        .toString())
                .as("what was only tried is not on record")
                .doesNotContain("1/10");
        assertThat(Door.api("department2", "POST", path + "/refuse", null)
                        .json()
                        .get("state")
                        .asText())
                .isEqualTo("REFUSED");
        assertProblem(Door.api("department2", "POST", path + "/confirm", null), 409, "reading-decided");
    }
}
