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

/** Who takes whose place under an agreement, by REST and in the browser. */
class SuccessionScreensIT extends FromOutside {

    private static final String KBK = "80704121234567890811";
    private static final String PARTY = "7707083893";
    private static final String HEIR = "7736050003";
    private static final String BODY = """
            {"capacity": "PARTY", "predecessor": "7707083893", "successor": "%s", "from": "2026-06-01", "ground": "REORGANISATION",
             "document": {"title": "Договор о присоединении", "number": "8", "date": "2026-05-20"}}""";

    private String agreement;

    @BeforeEach
    void an_agreement() throws Exception {
        given("department", "chief", "accountant", "auditor", "applicant");
        gone();
        CallsRestIT.run(
                "delete from platform.clock_shift; insert into platform.clock_shift select (timestamp '2026-06-01"
                        + " 12:00' at time zone 'Europe/Moscow') - clock_timestamp()");
        var call = CallsRestIT.created("SUCCESSION_SCREENS").get("id").asText();
        Door.api("department", "POST", "calls/" + call + "/check", null);
        Door.api("chief", "POST", "calls/" + call + "/publish", null);
        var application = UUID.randomUUID().toString();
        CallsRestIT.run(LedgerFixture.limits(2026, KBK, "5000000"));
        CallsRestIT.run(Award.of(application, call, PARTY, KBK));
        agreement = Door.api("department", "POST", "agreements", "{\"application\": \"" + application + "\"}")
                .json()
                .get("id")
                .asText();
    }

    @AfterEach
    void gone() throws Exception {
        Award.gone();
        CallsRestIT.run("delete from registry.manual_fact where inn = '7736050003'");
    }

    /** A document of the state register says that the successor exists. */
    private static void heirIsKnown() throws Exception {
        CallsRestIT.run("""
                insert into registry.manual_fact (id, inn, fact, value, valid_from, name, document_title, document_number, document_on,
                       entered_by, entered_in, decided_by, recorded_by)
                select gen_random_uuid(), '7736050003', 'LEGAL_STATUS', 'ACTIVE', '2017-01-01', 'ООО «Преемник»', 'Выписка', '1', '2026-05-01',
                       'x', max(id), 'y', max(id) from platform.change where at is not null""");
    }

    @Test
    void a_program_enters_a_succession_and_is_told_what_is_wrong() throws Exception {
        var path = "agreements/" + agreement + "/successions";
        assertProblem(Door.api("department", "POST", path, BODY.formatted(HEIR)), 422, "succession-to-unknown");
        heirIsKnown();
        assertProblem(Door.api("department", "POST", path, BODY.formatted(PARTY)), 422, "succession-of-itself");
        assertProblem(Door.api("department", "POST", path, BODY.formatted("7736050004")), 400, "inn-checksum");
        assertProblem(Door.api("accountant", "POST", path, BODY.formatted(HEIR)), 403, "forbidden-role");
        var entered = Door.api("department", "POST", path, BODY.formatted(HEIR));
        assertThat(entered.status()).as(entered.toString()).isEqualTo(201);
        var id = entered.json().get("id").asText();
        assertThat(Door.api("applicant", "GET", path, null).json().get("items"))
                .as("not confirmed yet")
                .isEmpty();
        assertThat(entered.header("Location")).endsWith("v1/successions/" + id);
        assertProblem(Door.api("department", "POST", path, BODY.formatted(HEIR)), 409, "succession-twice");

        var confirmed = Door.api("chief", "POST", "successions/" + id + "/confirm", "{\"version\": 1}");
        assertThat(confirmed.json().get("state").asText()).isEqualTo("CONFIRMED");
        assertProblem(Door.api("chief", "POST", "successions/" + id + "/confirm", "{}"), 409, "transition-not-allowed");
        assertThat(Door.api("auditor", "GET", "agreements/" + agreement, null)
                        .json()
                        .get("party")
                        .asText())
                .isEqualTo(HEIR);
        assertThat(Door.api("auditor", "GET", path, null).json().get("items")).hasSize(1);
        assertThat(Door.api("auditor", "GET", "agreements/" + agreement + "/cluster-successions", null)
                        .json()
                        .get("items"))
                .isEmpty();
        assertThat(Door.api("applicant", "GET", path, null).json().get("items"))
                .as("the predecessor reads on")
                .hasSize(1);
        assertProblem(
                Door.api("applicant", "POST", "agreements/" + agreement + "/evidence", """
                        {"stage": 1, "source": "OWN", "amount": "1.00", "issuer": "7707083893",
                         "document": {"title": "t", "number": "1", "date": "2026-05-01"}}"""),
                403,
                "agreement-of-successor");
        var doubted = Door.api("department", "POST", "successions/" + id + "/reverse", "{\"reason\": \"Ошибка\"}");
        assertThat(doubted.json().get("state").asText()).isEqualTo("REVERSING");
        Door.api("chief", "POST", "successions/" + id + "/keep", "{}");
        Door.api("department", "POST", "successions/" + id + "/reverse", "{\"reason\": \"Ошибка\"}");
        var reversed = Door.api("chief", "POST", "successions/" + id + "/confirm-reversal", "{}");
        assertThat(reversed.json().get("state").asText()).isEqualTo("REVERSED");
        assertProblem(Door.api("auditor", "GET", "successions/" + UUID.randomUUID(), null), 404, "succession-unknown");
    }

    @Test
    void a_successor_is_entered_by_one_person_confirmed_by_another_and_shown_on_the_card() throws Exception {
        heirIsKnown();
        setDefaultAssertionTimeout(30_000);
        try (var chromium = Chromium.require();
                var department = chromium.open("ru-RU", 1366, 768);
                var chief = chromium.open("ru-RU", 1366, 768);
                var applicant = chromium.open("ru-RU", 390, 844)) {
            department.logIn("department").go("agreement/card.xhtml?id=" + agreement);
            assertThat(department.page().locator("#successions")).containsText("прежние");
            department.follow("Внести правопреемника");
            department.fill("Правопреемник", HEIR);
            department.fill("С какого дня", "01.06.2026");
            department.page().getByLabel("Основание").selectOption("REORGANISATION");
            department.fill("Название документа", "Договор о присоединении");
            department.fill("Дата документа", "20.05.2026");
            seen(department, "succession-entry");
            department.press("Внести и передать второму лицу");
            assertThat(department.page().locator("#standing strong")).hasText("Ждёт подтверждения");

            chief.logIn("chief")
                    .go("agreement/succession.xhtml?id="
                            + department.page().url().replaceAll(".*id=", ""));
            seen(chief, "succession-confirm");
            chief.press("Подтвердить");
            assertThat(chief.text("Правопреемство подтверждено")).isVisible();
            assertThat(chief.page().locator("#successions tbody")).containsText(HEIR);
            assertThat(chief.page().locator("#standing")).containsText(HEIR);
            seen(chief, "succession-card");

            applicant.logIn("applicant").go("agreement/card.xhtml?id=" + agreement);
            assertThat(applicant.page().locator("#succeeded")).isVisible();
            assertThat(applicant.page().locator("a[href*='evidence-entry']")).hasCount(0);
            seen(applicant, "succession-predecessor");
            for (var screen : new Screen[] {department, chief, applicant}) {
                assertThat(screen.complaints()).isEmpty();
            }
        }
    }
}
