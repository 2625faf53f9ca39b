package ru.mos.clusters.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.outside.ProblemAssert.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.TestSession;

/** Programmes, calls and the production calendar as other programs see them. */
class CallsRestIT extends FromOutside {

    static final String PROGRAMME = """
            {"code": "REST_IT", "nameRu": "Программа", "nameEn": "Programme", "firstYear": 2026, "lastYear": 2027,
             "firstAwardOn": "2026-02-01", "acts": [{"act": "PPM_1863_2019", "edition": "2024-02-07"}],
             "measures": [{"code": "1.1", "nameRu": "Проекты", "nameEn": "Projects",
                           "plan": [{"year": 2026, "amount": "30000000.00"}]}]}""";

    static final String TERMS = """
            {"titleRu": "Совместные проекты", "titleEn": "Joint projects", "pilot": false,
             "acts": [{"act": "PPM_1863_2019", "edition": "2024-02-07"}],
             "rules": "CONCEPT_2010:2", "eligibility": "GATE",
             "applicants": ["CLUSTER_ORGANISATION"], "forms": ["FINANCIAL"],
             "money": [{"year": 2026, "kbk": "80704121234567890811", "amount": "10000000.00"}],
             "projectLeast": "100000.00", "projectMost": "5000000.00",
             "shares": [{"numerator": "2", "denominator": "3"}, {"numerator": "1", "denominator": "3"}],
             "target": {"numerator": "1", "denominator": "3"},
             "documents": [{"titleRu": "Заявление", "titleEn": "Application", "mandatory": true, "template": "Приложение 1"}],
             "method": "CONTEST",
             "criteria": [{"code": "NOVELTY", "nameRu": "Новизна", "nameEn": "Novelty", "weight": "1", "least": 0, "most": 10}],
             "weightTotal": "1", "minimumScore": "5", "experts": 3, "tieBreak": "EARLIER_SUBMITTED",
             "returns": 1, "returnDays": 5,
             "announcedOn": "2026-03-02", "intakeFrom": "2026-03-03T06:00:00Z", "intakeUntil": "2026-04-01T15:00:00Z",
             "assessmentDays": 20, "decisionDays": 10,
             "flow": {"route": "APPLICANT_ONLY", "agreements": false}}""";

    @BeforeEach
    void people() throws Exception {
        given("department", "chief", "auditor", "applicant", "gckr");
        gone();
    }

    @AfterEach
    void gone() throws Exception {
        run("""
                set session_replication_role = replica;
                truncate call.call, project.project, recipient.batch cascade;
                delete from support.record where origin is not null;
                delete from call.plan_line; delete from call.measure; delete from call.programme_act;
                delete from call.programme; delete from call.calendar_day where year > 2026;
                delete from call.calendar_year where year > 2026""");
    }

    static void run(String statements) throws Exception {
        try (var connection = TestSession.superuser();
                var statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    private static ObjectNode terms() throws Exception {
        return (ObjectNode) new ObjectMapper().readTree(TERMS);
    }

    static JsonNode created(String programme) throws Exception {
        Door.api("department", "POST", "programmes", PROGRAMME.replace("REST_IT", programme));
        var answer = Door.api("department", "POST", "calls", """
                {"programme": "%s", "measure": "1.1", "terms": %s}""".formatted(programme, TERMS));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.header("Location")).endsWith(answer.json().get("id").asText());
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
    void a_programme_is_entered_once_and_changed_by_who_has_seen_it_last() throws Exception {
        var entered = Door.api("department", "POST", "programmes", PROGRAMME);
        assertThat(entered.status()).as(entered.toString()).isEqualTo(201);
        assertThat(entered.json().at("/measures/0/plan/0/amount").asText()).isEqualTo("30000000.00");
        assertProblem(Door.api("department", "POST", "programmes", PROGRAMME), 409, "programme-exists");
        var change = ((ObjectNode) new ObjectMapper().readTree(PROGRAMME));
        change.remove("code");
        change.put("lastYear", 2028);
        assertProblem(Door.api("department", "PUT", "programmes/REST_IT", change.toString()), 428, "if-match-required");
        var changed = Door.api(
                "department", "PUT", "programmes/REST_IT", change.toString(), "If-Match", entered.header("ETag"));
        assertThat(changed.json().get("lastYear").asInt()).isEqualTo(2028);
        assertProblem(
                Door.api(
                        "department",
                        "PUT",
                        "programmes/REST_IT",
                        change.toString(),
                        "If-Match",
                        entered.header("ETag")),
                412,
                "changed-meanwhile");
        assertProblem(Door.api("applicant", "GET", "programmes/NO_SUCH", null), 404, "programme-unknown");
        assertThat(Door.api("applicant", "GET", "programmes", null).json().get("items"))
                .hasSize(1);
    }

    @Test
    void a_call_goes_from_its_draft_to_an_amendment() throws Exception {
        var call = created("REST_IT");
        var path = "calls/" + call.get("id").asText();
        assertProblem(Door.api("applicant", "GET", path, null), 404, "call-unknown");
        var faulty = terms().put("experts", 0);
        faulty.putArray("acts");
        var edited = Door.api(
                "department",
                "PUT",
                path,
                faulty.toString(),
                "If-Match",
                "\"" + call.get("version").asLong() + "\"");
        assertThat(edited.status()).as(edited.toString()).isEqualTo(200);
        var faults = Door.api("gckr", "GET", path + "/faults", null).json().get("items");
        assertThat(codes(faults)).containsExactly("call-acts-missing", "call-experts-impossible");
        var refused = Door.api("department", "POST", path + "/check", null);
        assertProblem(refused, 422, "call-refused");
        assertThat(codes(refused.json().get("errors"))).containsExactlyElementsOf(codes(faults));

        Door.api("department", "PUT", path, TERMS, "If-Match", edited.header("ETag"));
        assertThat(Door.api("department", "POST", path + "/check", null)
                        .json()
                        .get("state")
                        .asText())
                .isEqualTo("CHECKED");
        assertProblem(Door.api("department", "POST", path + "/publish", null), 422, "second-person-required");
        var published = Door.api("chief", "POST", path + "/publish", null, "Idempotency-Key", "publish-" + path);
        assertThat(published.json().get("state").asText()).isEqualTo("PUBLISHED");
        assertThat(published.json().at("/schedule/decisionTo").asText()).isEqualTo("2026-05-15");
        var again = Door.api("chief", "POST", path + "/publish", null, "Idempotency-Key", "publish-" + path);
        assertThat(again.json()).isEqualTo(published.json());
        assertProblem(Door.api("chief", "POST", path + "/publish", null), 409, "transition-not-allowed");
        var announced =
                Door.api("applicant", "GET", path + "/announcement", null).json();
        assertThat(announced.get("total").asText()).isEqualTo("10000000.00");
        assertThat(announced.at("/money/0/kbk").asText()).isEqualTo("807 04 12 1234567890 811");

        var amending = Door.api("department", "POST", path + "/amend", "{\"reason\": \"Срок продлён\"}");
        var longer = terms().put("intakeUntil", "2026-04-08T15:00:00Z");
        Door.api("department", "PUT", path, longer.toString(), "If-Match", amending.header("ETag"));
        var difference =
                Door.api("auditor", "GET", path + "/difference", null).json().get("items");
        assertThat(difference).hasSize(1);
        assertThat(difference.at("/0/pointer").asText()).isEqualTo("/intakeUntil");
        Door.api("department", "POST", path + "/check", null);
        assertThat(Door.api("chief", "POST", path + "/publish", null)
                        .json()
                        .get("edition")
                        .asInt())
                .isEqualTo(2);
        var editions =
                Door.api("applicant", "GET", path + "/editions", null).json().get("items");
        assertThat(editions).hasSize(2);
        assertThat(editions.at("/1/because").asText()).isEqualTo("Срок продлён");
        var copy = Door.api("department", "POST", path + "/copy", "{}");
        assertThat(copy.json().at("/terms/announcedOn").isNull()).isTrue();
        assertThat(Door.api("chief", "POST", path + "/cancel", "{\"reason\": \"Проверка\"}")
                        .json()
                        .get("state")
                        .asText())
                .isEqualTo("CANCELLED");
    }

    @Test
    void what_cannot_be_read_names_its_place_and_what_is_not_there_is_unknown() throws Exception {
        var call = created("REST_IT");
        var path = "calls/" + call.get("id").asText();
        var nonsense = terms().put("tieBreak", "NONSENSE");
        var answer = Door.api("department", "PUT", path, nonsense.toString(), "If-Match", "\"1\"");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/pointer").asText()).isEqualTo("/tieBreak");
        for (var huge : List.of("1e999999999", "-1e999999999", "0.00000000000001")) {
            var text = TERMS.replace("\"minimumScore\": \"5\"", "\"minimumScore\": " + huge);
            assertThat(Door.api("department", "PUT", path, text, "If-Match", "\"1\"")
                            .status())
                    .as(huge)
                    .isEqualTo(400);
        }
        var early = terms().put("intakeUntil", "-1000000000-01-01T00:00:00Z");
        assertThat(Door.api("department", "PUT", path, early.toString(), "If-Match", "\"1\"")
                        .status())
                .isEqualTo(400);
        assertProblem(Door.api("auditor", "GET", "calls/" + UUID.randomUUID(), null), 404, "call-unknown");
        assertProblem(
                Door.api("department", "POST", "calls", "{\"programme\": \"REST_IT\", \"measure\": \"9\"}"),
                422,
                "measure-unknown");
        assertThat(Door.api("auditor", "GET", "calls/transitions?limit=500", null)
                        .json()
                        .get("items"))
                .hasSize(17);
    }

    @Test
    void working_days_are_counted_by_the_calendar_and_never_guessed() throws Exception {
        assertThat(Door.api("applicant", "GET", "calendar/term?from=2025-12-30&days=1", null)
                        .json()
                        .get("to")
                        .asText())
                .isEqualTo("2026-01-12");
        assertProblem(
                Door.api("applicant", "GET", "calendar/term?from=2013-01-10&days=1", null),
                404,
                "calendar-year-unknown");
        assertProblem(
                Door.api("applicant", "GET", "calendar/term?from=2026-01-10&days=0", null), 422, "term-impossible");
        assertThat(Door.api("applicant", "GET", "calendar/2011", null)
                        .json()
                        .get("workingDays")
                        .asInt())
                .isEqualTo(248);
        var entered = Door.api("department", "POST", "calendar", """
                {"year": 2090, "basis": "Постановление", "daysOff": ["2090-01-02"], "workingWeekends": []}""");
        assertThat(entered.status()).as(entered.toString()).isEqualTo(201);
        var replaced = Door.api("department", "PUT", "calendar/2090", """
                {"basis": "Другое постановление", "daysOff": [], "workingWeekends": ["2090-01-07"]}""", "If-Match", "\"1\"");
        assertThat(replaced.json().at("/workingWeekends/0").asText()).isEqualTo("2090-01-07");
        assertProblem(Door.api("department", "POST", "calendar", """
                {"year": 2091, "basis": "x", "daysOff": ["2091-01-06"]}"""), 422, "calendar-day-as-usual");
    }
}
