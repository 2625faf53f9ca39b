package ru.mos.clusters.outside;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.outside.ProblemAssert.assertProblem;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A joint project over REST and in the browser: begun, told its faults, mended section by section, consented, checked. */
class ProjectScreensIT extends FromOutside {

    private static final String PROJECT = """
            {"kind": "CLUSTER", "lead": "7700000111", "content":
             {"title": "Общая линия сборки", "summary": "Линия для двух предприятий",
              "clusters": [{"cluster": "%1$s", "lead": true}],
              "goals": [{"kind": "NEW_PRODUCT", "product": "Датчик", "productStage": "PROTOTYPE", "result": "Серия"}],
              "directions": [{"direction": "PRODUCTION_SETUP", "main": true}],
              "stages": [{"name": "Первый", "from": "2026-01-01", "to": "2026-06-30"},
                         {"name": "Второй", "from": "2026-07-01", "to": "2026-12-31"}],
              "activities": [{"name": "Макет", "kind": "DEVELOPMENT", "stage": 1, "performer": "7700000016",
                              "from": "2026-01-01", "to": "2026-06-30", "result": "Макет принят"}],
              "participants": [
                {"inn": "7700000016", "cluster": "%1$s", "roles": ["SME_LEADER"], "tasks": "Сборка", "receives": "300.00"},
                {"inn": "7700000023", "cluster": "%1$s", "roles": ["MATERIAL_SUPPLIER"], "tasks": "Материалы"}],
              "funding": [{"stage": 1, "source": "CITY_BUDGET", "amount": "200.00"},
                          {"stage": 1, "source": "OWN", "amount": "100.00"},
                          {"stage": 2, "source": "CITY_BUDGET", "amount": "100.00"},
                          {"stage": 2, "source": "LOAN", "amount": "200.00"}],
              "indicators": [{"code": "LINES_COMMISSIONED", "baseline": 0, "plan": 1, "by": "2026-12-31"}],
              "risks": [{"text": "Задержка", "probability": "LOW", "impact": "HIGH", "response": "Второй поставщик"}]}}""";

    private Chromium chromium;
    private String cluster;

    @BeforeEach
    void a_cluster() throws Exception {
        chromium = Chromium.require();
        setDefaultAssertionTimeout(30_000);
        given("department", "gckr", "auditor", "applicant", "expert");
        var made = Door.api("department", "POST", "clusters", """
                {"sector": "IT", "name": "Приборный", "organisation": {"inn": "7700000111"}, "from": "2019-01-01"}""");
        cluster = made.json().get("id").asText();
        for (var inn : new String[] {"7700000016", "7700000023"}) {
            Door.api("department", "POST", "clusters/" + cluster + "/members", """
                    {"inn": "%s", "roles": ["OTHER"], "from": "2019-01-01", "memberOfOrganisation": true}""".formatted(inn));
        }
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void programs_write_a_project_see_its_faults_and_its_check() throws Exception {
        var begun = Door.api("gckr", "POST", "projects", PROJECT.formatted(cluster));
        assertThat(begun.status()).as(begun.toString()).isEqualTo(201);
        var path = "projects/" + begun.json().get("id").asText();
        var view = Door.api("gckr", "GET", path, null);
        assertThat(view.header("ETag")).isNotNull();
        assertThat(view.json().at("/content/participants/0/receives").asText()).isEqualTo("300.00");

        var faults = Door.api("gckr", "GET", path + "/faults", null).json().get("items");
        assertThat(faults).hasSize(2);
        assertThat(faults.get(0).get("code").asText()).isEqualTo("project-consent-missing");
        assertThat(faults.get(0).get("pointer").asText()).isEqualTo("/participants/0/consent");
        for (var consent :
                Door.api("gckr", "GET", path + "/consents", null).json().get("items")) {
            var given = Door.api("gckr", "POST", path + "/consents", """
                    {"inn": "%s", "part": "%s", "document": {"title": "Согласие", "date": "2026-01-01"}}""".formatted(
                            consent.get("inn").asText(), consent.get("part").asText()));
            assertThat(given.status()).as(given.toString()).isEqualTo(201);
        }
        assertThat(Door.api("gckr", "GET", path + "/faults", null).json().get("items"))
                .isEmpty();

        var funding = Door.api("auditor", "GET", path + "/funding", null).json();
        assertThat(funding.at("/stages/0/share/numerator").asText()).isEqualTo("2");
        assertThat(funding.at("/stages/1/cumulative/denominator").asText()).isEqualTo("2");
        var check = Door.api("auditor", "GET", path + "/check", null);
        assertThat(check.status()).as(check.toString()).isEqualTo(200);
        assertThat(check.json().get("findings")).hasSize(5);

        var content = new ObjectMapper()
                .readTree(PROJECT.formatted(cluster))
                .get("content")
                .toString();
        assertProblem(Door.api("gckr", "PUT", path, content), 428, "if-match-required");
        assertProblem(Door.api("gckr", "PUT", path, content, "If-Match", "\"999\""), 412, "changed-meanwhile");
        assertProblem(Door.api("applicant", "GET", path, null), 404, "project-unknown");
        var file = Door.send(
                "POST",
                "/api/v1/" + path + "/documents?title=x&fileName=x.exe",
                new String[] {"Authorization", Door.basic("gckr", "demo"), "Content-Type", "application/octet-stream"},
                new byte[] {'M', 'Z', 0, 1});
        assertProblem(file, 422, "document-type-refused");
    }

    @Test
    void a_project_is_begun_mended_consented_and_checked_on_screens() throws Exception {
        var id = Door.api("gckr", "POST", "projects", PROJECT.formatted(cluster))
                .json()
                .get("id")
                .asText();
        try (var gckr = chromium.open("ru-RU", 1366, 768);
                var auditor = chromium.open("en-GB", 390, 844)) {
            gckr.logIn("gckr").go("project/list.xhtml");
            assertThat(gckr.barriers()).isEmpty();
            gckr.follow("Новый проект");
            gckr.fill("Название", "Новый датчик");
            gckr.page().getByLabel("Кто начинает").selectOption("CLUSTER");
            gckr.page().getByLabel("Головная организация").selectOption("7700000111");
            assertThat(gckr.barriers()).isEmpty();
            gckr.press("Составить проект");
            assertThat(gckr.text("До подачи нужно исправить")).isVisible();
            assertThat(gckr.barriers()).isEmpty();
            gckr.follow("Добавить участника");
            gckr.fill("ИНН", "7700000016");
            gckr.fill("Получает из бюджета города, ₽", "много");
            gckr.press("Сохранить");
            assertThat(gckr.page().getByLabel("ИНН").first()).hasValue("7700000016");
            gckr.fill("Получает из бюджета города, ₽", "1 000,50");
            assertThat(gckr.barriers()).isEmpty();
            gckr.press("Сохранить");
            assertThat(gckr.page().locator("#part-participants")).containsText("7700000016");

            gckr.go("project/card.xhtml?id=" + id + "&check=true");
            assertThat(gckr.page().locator("#check details")).hasCount(5);
            assertThat(gckr.page().locator("#path rect.CITY_BUDGET").first()).isVisible();
            assertThat(gckr.barriers()).isEmpty();
            assertThat(gckr.overflow()).isZero();
            picture(gckr.page(), "card");
            for (var part :
                    "head clusters goals directions participants stages activities funding agreements indicators risks"
                            .split(" ")) {
                gckr.go("project/edit.xhtml?id=" + id + "&edit=" + part + "&row=0");
                assertThat(gckr.barriers()).as(part).isEmpty();
            }
            picture(gckr.page(), "edit");
            gckr.go("project/card.xhtml?id=" + id);
            gckr.page().locator("#consents").getByText("Согласиться").first().click();
            gckr.fill("Название документа", "Согласие");
            gckr.fill("Дата документа", "01.02.2026");
            assertThat(gckr.barriers()).isEmpty();
            gckr.press("Согласие с частью проекта");
            assertThat(gckr.page().locator("#consents")).containsText("Дано");

            auditor.logIn("auditor").go("project/card.xhtml?id=" + id);
            assertThat(auditor.barriers()).isEmpty();
            assertThat(auditor.overflow()).isZero();
            assertThat(gckr.complaints()).isEmpty();
            assertThat(auditor.complaints()).isEmpty();
        }
    }

    @Test
    void what_was_deleted_in_one_tab_is_not_deleted_again_in_another_that_still_shows_it() throws Exception {
        var content = PROJECT.formatted(cluster).replace("\"goals\": [", """
                "goals": [{"kind": "COMPETITIVENESS", "result": "Дешевле"}, """);
        var begun = Door.api("gckr", "POST", "projects", content);
        var path = "projects/" + begun.json().get("id").asText();
        var form = "project/edit.xhtml?id=" + path.replace("projects/", "") + "&edit=goals&row=0";
        try (var gckr = chromium.open("ru-RU", 1366, 768)) {
            gckr.logIn("gckr").go(form);
            var stale = gckr.page().context().newPage();
            stale.navigate(URL + form);
            gckr.press("Удалить");
            assertThat(gckr.text("Сохранено")).isVisible();

            stale.locator("main input[value='Удалить']").click();

            assertThat(stale.locator("[role=alert], .errors").first()).containsText("Пока вы работали");
            picture(stale, "stale");
            assertThat(Door.api("gckr", "GET", path, null).json().at("/content/goals"))
                    .singleElement()
                    .satisfies(left -> assertThat(left.get("result").asText()).isEqualTo("Серия"));
        }
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "pictures", "project-" + name + ".png")));
    }
}
