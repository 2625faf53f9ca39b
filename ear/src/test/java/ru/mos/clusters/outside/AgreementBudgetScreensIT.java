package ru.mos.clusters.outside;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.outside.Pictures.seen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.inserver.LedgerFixture;

/** The budget of an agreement in its terms and reports, by program and in the browser; a report that keeps what is typed. */
class AgreementBudgetScreensIT extends FromOutside {

    private static final String KBK = "80704121234567890811";
    private static final String PARTY = "7707083893";

    private String agreement;

    @BeforeEach
    void drawn_up() throws Exception {
        setDefaultAssertionTimeout(30_000);
        given("department", "department2", "chief", "accountant", "auditor", "applicant");
        gone();
        CallsRestIT.run("insert into platform.clock_shift select (timestamp '2026-06-01 12:00'"
                + " at time zone 'Europe/Moscow') - clock_timestamp()");
        var call = CallsRestIT.created("BUDGET_SCREENS").get("id").asText();
        Door.api("department", "POST", "calls/" + call + "/check", null);
        assertThat(Door.api("chief", "POST", "calls/" + call + "/publish", null).status())
                .isEqualTo(200);
        var application = UUID.randomUUID().toString();
        CallsRestIT.run(LedgerFixture.limits(2026, KBK, "5000000"));
        CallsRestIT.run(Award.of(application, call, PARTY, KBK));
        agreement = must(201, "department", "POST", "agreements", "{\"application\": \"" + application + "\"}")
                .get("id")
                .asText();
    }

    @AfterEach
    void gone() throws Exception {
        Award.gone();
    }

    private static JsonNode must(int status, String login, String method, String path, String body, String... headers)
            throws Exception {
        var answer = Door.api(login, method, path, body, headers);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        return answer.json();
    }

    private JsonNode terms(int status, String budget) throws Exception {
        var seen = must(200, "auditor", "GET", "agreements/" + agreement, null);
        var terms = (ObjectNode) seen.at("/editions/0/terms");
        terms.put("article", "ARTICLE_78");
        var body = budget == null
                ? terms.without("budget").toString()
                : terms.toString().replaceAll("\"budget\":\\[[^]]*]", "\"budget\":" + budget);
        return must(
                status,
                "department",
                "PUT",
                "agreements/" + agreement,
                body,
                "If-Match",
                "\"" + seen.get("version") + "\"");
    }

    /** Signed, registered and its first instalment paid, past all rules of payment. */
    private void inForce() throws Exception {
        must(200, "chief", "POST", "agreements/" + agreement + "/sign", "{}");
        must(
                200,
                "accountant",
                "POST",
                "agreements/" + agreement + "/register",
                "{\"number\": \"БО-1\", \"on\": \"2026-06-01\"}");
        CallsRestIT.run("""
                set session_replication_role = replica;
                insert into agreement.payee_account (id, inn, account, bic, bank, document_title, document_date, state, entered_by,
                                                     confirmed_by, payable_from, recorded_by, changed_by)
                select '%1$s', '%2$s', '40702810500000000125', '044525225', 'Банк', 'Письмо', '2026-06-01', 'CONFIRMED', 'accountant',
                       'chief', '2026-06-01', max(id), max(id)
                  from platform.change;
                insert into agreement.payment (id, agreement_id, position, payee, account_id, amount, year, kbk, state, two_chiefs,
                                               prepared_by, approved_by, ordered_on, executed_on, recorded_by, changed_by)
                select gen_random_uuid(), '%1$s', 1, '%2$s', '%1$s', 1000000, 2026, '%3$s', 'EXECUTED', false,
                       'accountant', 'chief', '2026-06-01', '2026-06-01', max(id), max(id)
                  from platform.change""".formatted(agreement, PARTY, KBK));
    }

    private String begun() throws Exception {
        return must(201, "department", "POST", "agreements/" + agreement + "/reports", "{\"position\": 1}")
                .get("id")
                .asText();
    }

    @Test
    void programs_write_a_budget_and_read_how_a_report_stands_to_it() throws Exception {
        assertThat(terms(422, "[{\"name\": \"Станки\", \"amount\": \"1499999.99\"}]")
                        .toString())
                .contains("agreement-budget-differs");
        assertThat(terms(400, "[{\"name\": \"Станки\"}]").toString()).contains("/budget/0/amount");
        assertThat(terms(
                                200,
                                "[{\"name\": \"Станки\", \"amount\": \"1000000.00\"}, {\"name\": \"Наладка\", \"amount\": \"500000.00\"}]")
                        .at("/editions/0/terms/budget/1/name")
                        .asText())
                .isEqualTo("Наладка");
        assertThat(terms(200, null).at("/editions/0/terms/budget"))
                .as("who knows of no budget writes none")
                .isEmpty();
        terms(200, "[{\"name\": \"Станки\", \"amount\": \"1500000.00\"}]");
        inForce();
        var report = begun();
        must(200, "department", "PUT", "reports/" + report + "/lines", """
                {"lines": [{"item": "Мебель", "contractor": "7728168971", "amount": "1.00", "paidOn": "2026-06-01",
                            "document": {"title": "Акт", "number": "1", "date": "2026-06-01"}}]}""", "If-Match", "\"1\"");

        var checked = must(200, "auditor", "GET", "reports/" + report, null);

        assertThat(checked.at("/faults/0/kind").asText()).isEqualTo("OUTSIDE_BUDGET");
        assertThat(checked.at("/items/0/name").asText()).isEqualTo("Станки");
        assertThat(checked.at("/items/0/remaining").asText()).isEqualTo("1500000.00");
    }

    @Test
    void a_budget_is_typed_into_the_terms_and_its_items_are_offered_to_a_report_that_keeps_itself() throws Exception {
        try (var chromium = Chromium.require();
                var department = chromium.open("ru-RU", 1366, 768)) {
            department.logIn("department");
            budgeted(department);
            inForce();
            kept(department, begun());
            assertThat(department.complaints()).isEmpty();
        }
    }

    private void budgeted(Screen department) {
        department.go("agreement/edit.xhtml?id=" + agreement);
        department.page().locator("select[id$='article']").selectOption("ARTICLE_78");
        department.press("Ещё статья");
        department.page().locator("input[id$='budget:0:name']").fill("Станки");
        department.page().locator("input[id$='budget:0:amount']").fill("1 000 000");
        department.press("Ещё статья");
        department.page().locator("input[id$='budget:1:name']").fill("станки ");
        department.page().locator("input[id$='budget:1:amount']").fill("500 000");
        department.press("Сохранить");
        assertThat(department.page().locator("input[id$='budget:1:name']")).hasAttribute("aria-invalid", "true");
        department.page().locator("input[id$='budget:1:name']").fill("Наладка");
        seen(department, "agreement-edit-budget");
        department.press("Сохранить");
        assertThat(department.page().locator("#pending ol.budget li")).hasCount(2);
        assertThat(department.page().locator("#pending ol.budget")).containsText("Наладка, 500\u202f000,00");
        seen(department, "agreement-budget");
    }

    private void kept(Screen department, String report) throws Exception {
        department.go("agreement/report-edit.xhtml?id=" + report);
        department.page().locator("select[id$='lines:0:item']").selectOption("Станки");
        department.page().locator("input[id$='lines:0:contractor']").fill("77281");
        department.page().locator("input[id$='lines:0:paidOn']").fill("31.02");
        assertThat(department.text("Набранное сохранено в")).isVisible();
        seen(department, "agreement-report-kept");

        department.go("agreement/report.xhtml?id=" + report);
        assertThat(department.page().locator("#draft")).containsText("Вы набрали расходы");
        assertThat(department.page().locator("#items")).containsText("Наладка");
        seen(department, "agreement-report-items");
        department.follow("Продолжить");
        assertThat(department.text("Это вы набрали")).isVisible();
        assertThat(department.page().locator("select[id$='lines:0:item']")).hasValue("Станки");
        assertThat(department.page().locator("input[id$='lines:0:contractor']")).hasValue("77281");
        assertThat(department.page().locator("input[id$='lines:0:paidOn']")).hasValue("31.02");

        must(200, "applicant", "PUT", "reports/" + report + "/lines", "{\"lines\": []}", "If-Match", "\"1\"");
        department.page().locator("input[id$='lines:0:title']").fill("Акт");
        assertThat(department.text("Набранное не сохраняется")).isVisible();
        department.go("agreement/report-edit.xhtml?id=" + report);
        assertThat(department.text("строки отчёта записали заново")).isVisible();
        seen(department, "agreement-report-outdated");
        department.press("Продолжить со своим");
        assertThat(department.text("Это вы набрали")).isVisible();
        saved(department);
    }

    private static void saved(Screen department) {
        department.press("Ещё расход");
        assertThat(department.page().locator("input[id$='lines:1:contractor']")).isVisible();
        department.press("Сохранить");
        assertThat(department.page().locator("input[id$='lines:0:title']")).hasAttribute("aria-invalid", "true");
        department.press("Убрать последний");
        assertThat(department.page().locator("input[id$='lines:1:contractor']")).hasCount(0);
        department.page().locator("input[id$='lines:0:title']").fill("Акт");
        department.page().locator("input[id$='lines:0:number']").fill("4");
        department.page().locator("input[id$='lines:0:date']").fill("01.06.2026");
        department.page().locator("input[id$='lines:0:amount']").fill("1 000 000,01");
        department.press("Сохранить");
        assertThat(department.page().locator("input[id$='lines:0:contractor']")).hasAttribute("aria-invalid", "true");
        assertThat(department.page().locator("input[id$='lines:0:paidOn']")).hasAttribute("aria-invalid", "true");
        department.page().locator("input[id$='lines:0:contractor']").fill("7728168971");
        department.page().locator("input[id$='lines:0:paidOn']").fill("01.06.2026");
        department.press("Сохранить");
        assertThat(department.text("Расходы сохранены")).isVisible();
        assertThat(department.page().locator("#draft")).hasCount(0);
        assertThat(department.page().locator("tbody .faults"))
                .containsText("Больше, чем даёт статья сметы: 1\u202f000\u202f000,01");
        assertThat(department.page().locator("#items")).containsText("−0,01");
        seen(department, "agreement-report-beyond-item");
    }
}
