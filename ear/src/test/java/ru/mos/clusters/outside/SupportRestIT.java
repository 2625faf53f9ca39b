package ru.mos.clusters.outside;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.outside.ProblemAssert.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.TestSession;

/** Recipients of support, violations and the check as other programs meet them. */
class SupportRestIT extends FromOutside {

    private static final String PAPER =
            "\"document\": {\"title\": \"Решение\", \"number\": \"7\", \"date\": \"2024-01-10\"}";
    private static final String RECORD = """
            {"inn": "7700000016", "providerInn": "7700000030", "providerName": "Фонд «Опора»", "form": "FINANCIAL",
             "kind": "GRANT", "purpose": "Оснащение лаборатории", "decidedOn": "2024-01-10", "endsOn": "2024-12-31",
             "size": "1250000.00", "unit": "ROUBLE", %s}""".formatted(PAPER);
    private static final String CHECK =
            "support/check?inn=7700000016&form=FINANCIAL&kind=GRANT&purpose=%D0%9E%D1%81%D0%BD%D0%B0%D1%89%D0%B5%D0%BD"
                    + "%D0%B8%D0%B5%20%D0%BB%D0%B0%D0%B1%D0%BE%D1%80%D0%B0%D1%82%D0%BE%D1%80%D0%B8%D0%B8&asOf=";

    @BeforeEach
    void nobody_was_given_anything() throws Exception {
        given("department", "gckr", "auditor", "service");
        try (var connection = TestSession.superuser();
                var statement = connection.createStatement()) {
            statement.execute("truncate support.record, support.violation, support.import, support.import_problem,"
                    + " support.shown, support.shown_violation cascade");
        }
    }

    @Test
    void a_record_sent_twice_under_one_key_is_one_record_and_is_stopped_by_a_document() throws Exception {
        var key = UUID.randomUUID().toString();

        var made = Door.api("gckr", "POST", "support/records", RECORD, "Idempotency-Key", key);
        var again = Door.api("gckr", "POST", "support/records", RECORD, "Idempotency-Key", key);

        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(made.json());
        assertThat(made.json().get("size").asText()).isEqualTo("1250000.00");
        assertThat(made.json().get("stoppedOn").isNull()).isTrue();
        assertProblem(Door.api("gckr", "POST", "support/records", RECORD), 409, "support-overlaps");
        var path = "support/records/" + made.json().get("id").asText();
        assertThat(Door.api("auditor", "GET", path, null).header("ETag")).isEqualTo(made.header("ETag"));
        var stopped = Door.api("gckr", "POST", path + "/stop", "{\"stoppedOn\": \"2024-06-01\", " + PAPER + "}");
        assertThat(stopped.json().get("stoppedOn").asText()).isEqualTo("2024-06-01");
        assertThat(Door.api("auditor", "GET", "support/records?inn=7700000016&runsOn=2024-06-01", null)
                        .json()
                        .get("items"))
                .isEmpty();
        assertThat(Door.api("auditor", "GET", "support/records?inn=7700000016&runsOn=2024-05-31", null)
                        .json()
                        .get("items"))
                .hasSize(1);
        assertProblem(
                Door.api("gckr", "POST", "support/records", RECORD.replace("7700000030", "7700000031")),
                400,
                "inn-checksum");
        assertProblem(
                Door.api("gckr", "POST", "support/records", RECORD.replace("2024-12-31", "2023-12-31")),
                422,
                "support-ends-early");
        assertProblem(
                Door.api("gckr", "POST", "support/records", RECORD.replace("\"unit\"", "\"units\"")),
                400,
                "field-unknown");
    }

    @Test
    void the_check_says_why_from_which_source_and_by_which_paragraph_and_replays() throws Exception {
        imported("2024-05-15", "77-1", "7700000023");
        Door.api("gckr", "POST", "support/records", RECORD);

        var refused = Door.api("service", "GET", CHECK + "2024-05-20", null, "Accept-Language", "en");

        assertThat(refused.status()).as(refused.toString()).isEqualTo(200);
        var answer = refused.json();
        assertThat(answer.get("outcome").asText()).isEqualTo("NOT_MET");
        assertThat(answer.at("/findings/0/rule").asText()).isEqualTo("REPEATED_SUPPORT");
        assertThat(answer.at("/findings/0/reason").asText()).isEqualTo("SAME_SUPPORT");
        assertThat(answer.at("/findings/0/until").asText()).isEqualTo("2025-01-01");
        assertThat(answer.at("/findings/0/source/kind").asText()).isEqualTo("OWN_RECORD");
        assertThat(answer.at("/findings/0/citation/paragraph").asText()).isEqualTo("ст. 14, ч. 5, п. 3");
        assertThat(answer.at("/findings/0/explanation").asText()).contains("2024-01-10", "Фонд «Опора»");
        assertThat(answer.at("/findings/1/reason").asText()).isEqualTo("NO_VIOLATION");
        assertThat(answer.at("/register/state").asText()).isEqualTo("FRESH");
        var knownOn = answer.get("knownOn").asText();
        var record = Door.api("auditor", "GET", "support/records", null)
                .json()
                .at("/items/0/id")
                .asText();
        assertThat(Door.api("department", "POST", "support/records/" + record + "/annul", "{\"reason\": \"Ошибка\"}")
                        .status())
                .isEqualTo(204);
        assertThat(outcome(CHECK + "2024-05-20")).isEqualTo("MET");
        assertThat(outcome(CHECK + "2024-05-20&knownOn=" + knownOn)).isEqualTo("NOT_MET");
        assertThat(outcome(CHECK + "2024-06-29")).isEqualTo("UNKNOWN");
        assertProblem(
                Door.api("auditor", "GET", "support/check?form=FINANCIAL&kind=GRANT", null), 400, "field-required");
    }

    @Test
    void violations_and_parameters_decide_the_ban() throws Exception {
        imported("2024-05-15", "77-1", "7700000023");
        var made = Door.api("gckr", "POST", "support/violations", """
                {"inn": "7700000016", "kind": "OTHER", "recognisedOn": "2024-04-01", "correctionDue": "2024-05-01",
                 "description": "Отчёт не представлен", %s}""".formatted(PAPER));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(outcome(CHECK + "2024-05-20")).isEqualTo("NOT_MET");

        var corrected = Door.api(
                "gckr",
                "POST",
                "support/violations/" + made.json().get("id").asText() + "/correct",
                "{\"correctedOn\": \"2024-05-01\", " + PAPER + "}");

        assertThat(corrected.json().get("correctedInTime").asBoolean()).isTrue();
        assertThat(outcome(CHECK + "2024-05-20")).isEqualTo("MET");
        var boundary =
                Door.api("auditor", "GET", "support/parameters?limit=500", null).json();
        assertThat(boundary.toString()).contains("\"BAN_OTHER_MONTHS\"", "\"2022-12-26\"", "197-ФЗ");
        assertThat(Door.api("auditor", "GET", "support/forms", null).json().get("items"))
                .hasSize(7);
    }

    private static String outcome(String path) throws IOException {
        var answer = Door.api("auditor", "GET", path, null);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json().get("outcome").asText();
    }

    private static JsonNode imported(String stateOn, String number, String inn) throws Exception {
        var day = stateOn.substring(8) + "." + stateOn.substring(5, 7) + "." + stateOn.substring(0, 4);
        var xml = """
                <Файл ВерсФорм="4.04" ТипИнф="РЕЕСТРМСП-ПП" КолДок="1"><Документ ИдДок="1" ДатаСост="%s"><СвЮЛ ИННЮЛ="%s" \
                НаимОрг="ООО «ВЫМЫСЕЛ»"/><СвПредПод НомерПод="%s" ИННЮЛ="7700000030" НаимОрг="ФОНД" ВидПП="1" \
                ДатаПрин="10.01.2024" СрокПод="31.12.2024" ИнфНаруш="2"><ФормПод КодФорм="0100"/><ВидПод КодВид="0103"/>\
                </СвПредПод></Документ></Файл>""".formatted(day, inn, number);
        var accepted = Door.send(
                "POST",
                "/api/v1/support/imports?fileName=recipients.xml",
                new String[] {"Authorization", Door.basic("department", "demo"), "Content-Type", "application/xml"},
                xml.getBytes(UTF_8));
        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(202);
        var path = "support/imports/" + accepted.json().get("id").asText();
        var until = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (System.nanoTime() < until) {
            var found = Door.api("auditor", "GET", path, null).json();
            if (!found.get("state").asText().matches("QUEUED|RUNNING")) {
                assertThat(found.get("state").asText()).as(found.toString()).isEqualTo("COMPLETED");
                assertThat(found.get("stateOn").asText()).isEqualTo(stateOn);
                return found;
            }
            Thread.sleep(50);
        }
        throw new AssertionError(path + " did not end");
    }
}
