package ru.mos.clusters.outside;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.outside.Pictures.seen;
import static ru.mos.clusters.outside.ProblemAssert.assertProblem;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.inserver.LedgerFixture;

/** Plan and fact of an agreement that a large enterprise stands behind: by other programs, and in the browser. */
class FulfilmentScreensIT extends FromOutside {

    private static final String KBK = "80704121234567890811";
    private static final String PARTY = "7707083893";
    private static final String INITIATOR = "7736050003";
    private static final String PARTICIPANT = "7728168971";

    private String id;

    @BeforeEach
    void an_agreement_in_force() throws Exception {
        given("department", "department2", "chief", "accountant", "auditor", "applicant", "applicant2");
        gone();
        CallsRestIT.run(
                "insert into platform.clock_shift select (timestamp '2026-06-01 12:00' at time zone 'Europe/Moscow')"
                        + " - clock_timestamp()");
        var call = CallsRestIT.created("FULFILMENT_SCREENS").get("id").asText();
        Door.api("department", "POST", "calls/" + call + "/check", null);
        Door.api("chief", "POST", "calls/" + call + "/publish", null);
        var application = UUID.randomUUID().toString();
        CallsRestIT.run(LedgerFixture.limits(2026, KBK, "5000000"));
        CallsRestIT.run(Award.of(application, call, PARTY, KBK));
        CallsRestIT.run("""
                set session_replication_role = replica;
                update project.edition set content = content || '{"initiator": {"inn": "%2$s", "evidence": [
                    {"kind": "ORDER", "document": {"title": "Заказ", "number": "1", "date": "2026-01-10"}, "amount": "300000.00"}]}}'
                 where project_id = '%1$s';
                insert into project.participant (project_id, edition, inn, roles) values ('%1$s', 1, '%3$s', '{MANUFACTURER}')""".formatted(application, INITIATOR, PARTICIPANT));
        id = done(Door.api("department", "POST", "agreements", "{\"application\": \"" + application + "\"}"))
                .json()
                .get("id")
                .asText();
        done(Door.api("chief", "POST", "agreements/" + id + "/sign", "{}"));
        done(Door.api(
                "accountant",
                "POST",
                "agreements/" + id + "/register",
                "{\"number\": \"БО-1\", \"on\": \"2026-06-01\"}"));
    }

    private static Door.Answer done(Door.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 201);
        return answer;
    }

    @AfterEach
    void gone() throws Exception {
        Award.gone();
    }

    @Test
    void programs_enter_facts_of_their_organisation_and_read_plan_beside_fact() throws Exception {
        var facts = "agreements/" + id + "/fulfilments";
        var result = """
                {"code": "SHARED_EQUIPMENT_HOURS", "value": "400", "on": "%s", "document": {"title": "Журнал", "date": "2026-06-01"}}""";
        var order = """
                {"kind": "ORDER", "amount": "%s", "on": "2026-06-01", "otherSide": "%s",
                 "document": {"title": "Договор", "number": "7", "date": "2026-06-01"}}""";
        var entered = Door.api("applicant", "POST", facts + "/results", result.formatted("2026-06-01"));
        assertThat(entered.status()).as(entered.toString()).isEqualTo(201);
        var place = "fulfilments/" + entered.json().get("id").asText();
        assertThat(entered.header("Location")).endsWith("/api/v1/" + place);
        assertProblem(
                Door.api("applicant", "POST", facts + "/results", result.formatted("2026-06-02")),
                422,
                "fulfilment-in-future");
        assertProblem(
                Door.api("department", "POST", facts + "/contributions", order.formatted("1.00", PARTY)),
                422,
                "fulfilment-with-outsider");
        assertProblem(Door.api("applicant", "POST", facts + "/results", "{}"), 400, "field-required");
        var brought = done(
                Door.api("department", "POST", facts + "/contributions", order.formatted("299999.99", PARTICIPANT)));
        assertProblem(
                Door.api("applicant", "POST", facts + "/contributions", order.formatted("0.01", PARTICIPANT)),
                409,
                "fulfilment-used-twice");

        assertProblem(
                Door.api(
                        "department",
                        "POST",
                        "fulfilments/" + brought.json().get("id").asText() + "/accept",
                        "{}"),
                422,
                "second-person-required");
        done(Door.api(
                "department2", "POST", "fulfilments/" + brought.json().get("id").asText() + "/accept", "{}"));
        done(Door.api("department", "POST", place + "/accept", "{\"version\": 1}"));
        assertProblem(
                Door.api("applicant", "POST", facts + "/results", result.formatted("2026-06-01")),
                409,
                "fulfilment-accepted-twice");
        assertThat(Door.api("auditor", "GET", place, null).header("ETag")).isEqualTo("\"2\"");

        var list = Door.api("auditor", "GET", facts + "?limit=1", null).json();
        assertThat(list.get("items")).hasSize(1);
        assertThat(list.get("next").isNull()).isFalse();
        var standing = Door.api("applicant", "GET", "agreements/" + id + "/plan-and-fact", null);
        assertThat(standing.header("ETag")).isNotBlank();
        var line = standing.json().at("/results/0");
        assertThat(line.at("/fact/value").asText()).isEqualTo("400");
        assertThat(line.at("/share/denominator").asText()).isEqualTo("3");
        assertThat(line.get("overdue").asBoolean()).isFalse();
        assertThat(standing.json().get("initiator").asText()).isEqualTo(INITIATOR);
        assertThat(standing.json().at("/contributions/0/difference").asText()).isEqualTo("-0.01");
        var before = Door.api("auditor", "GET", "agreements/" + id + "/plan-and-fact?asOf=2026-05-31", null)
                .json();
        assertThat(before.at("/results/0/fact").isNull()).isTrue();
        assertThat(before.at("/contributions/0/fact").asText()).isEqualTo("0.00");
        assertProblem(Door.api("applicant2", "GET", place, null), 404, "fulfilment-unknown");
    }

    @Test
    void a_result_is_entered_accepted_and_proposed_when_it_is_missed() throws Exception {
        setDefaultAssertionTimeout(30_000);
        try (var chromium = Chromium.require();
                var applicant = chromium.open("ru-RU", 1366, 768);
                var department = chromium.open("ru-RU", 1366, 768)) {
            var card = "agreement/card.xhtml?id=" + id;
            applicant.logIn("applicant").go(card);
            applicant.follow("Внести результат");
            applicant.page().getByLabel("Показатель").selectOption("SHARED_EQUIPMENT_HOURS");
            applicant.fill("Достигнутое значение", "400,5");
            applicant.fill("На какой день", "02.06.2026");
            applicant.fill("Название документа", "Журнал работы оборудования");
            applicant.fill("Дата документа", "01.06.2026");
            applicant.press("Внести и передать второму лицу");
            assertThat(applicant.page().locator("[id$=':on']")).hasAttribute("aria-invalid", "true");
            seen(applicant, "fulfilment-result-entry");
            applicant.fill("На какой день", "01.06.2026");
            applicant.press("Внести и передать второму лицу");
            assertThat(applicant.text("Факт внесён и ждёт решения")).isVisible();
            applicant.follow("Внести заказ или средства инициатора");
            applicant.page().getByLabel("Что вносит инициатор").selectOption("ORDER");
            applicant.fill("Сумма, ₽", "250 000");
            applicant.fill("День заказа или платежа", "01.06.2026");
            applicant.page().getByLabel("Участник проекта").selectOption(PARTICIPANT);
            applicant.fill("Название документа", "Договор поставки");
            applicant.fill("Номер документа", "7");
            applicant.fill("Дата документа", "01.06.2026");
            seen(applicant, "fulfilment-contribution-entry");
            applicant.press("Внести и передать второму лицу");
            assertThat(applicant.page().locator("#fulfilments tbody tr")).hasCount(2);

            department.logIn("department").go(card);
            for (int at = 0; at < 2; at++) {
                department.page().locator("#fulfilments tbody a").nth(at).click();
                seen(department, "fulfilment-" + at);
                department.press("Принять");
                assertThat(department.text("Факт принят")).isVisible();
            }
            assertThat(department.page().locator("#results tbody")).containsText("33,38 %");
            assertThat(department.page().locator("#results tbody")).containsText("Ещё не достигнут");
            assertThat(department.page().locator("#contributions tbody")).containsText("−50\u202f000,00");
            seen(department, "fulfilment-agreement");

            department.go("recovery/breach-entry.xhtml?id=" + id);
            assertThat(department.page().locator("input[id$='results:0:fact']")).hasValue("400,5");
            department.page().getByLabel("Вид нарушения").selectOption("RESULT_MISSED");
            department.fill("Что нарушено", "Оборудование простаивает");
            department.fill("Документ проверки", "Акт проверки");
            department.page().locator("input[id$=':date']").fill("01.06.2026");
            seen(department, "fulfilment-breach-entry");
            department.press("Внести");
            assertThat(department.page().locator("main")).containsText("400,5");
            var english = chromium.open("en-GB", 1366, 768);
            english.logIn("chief").go(card);
            assertThat(english.page().locator("#results")).containsText("Not reached yet");
            seen(english, "fulfilment-agreement-en");
            for (var screen : new Screen[] {applicant, department, english}) {
                assertThat(screen.complaints()).isEmpty();
            }
            english.close();
        }
    }
}
