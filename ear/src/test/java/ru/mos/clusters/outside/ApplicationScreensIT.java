package ru.mos.clusters.outside;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.outside.ProblemAssert.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * From a project of two clusters of one agglomeration, begun by a large enterprise, to its place in the ranking, as the people
 * concerned do it in the browser. The clock stands in the days of the call's intake.
 */
class ApplicationScreensIT extends FromOutside {

    private static final String LEAD = "7700000111";
    private static final byte[] PDF = "%PDF-1.4 letter".getBytes(StandardCharsets.US_ASCII);

    private static final String PROJECT = """
            {"kind": "LARGE_ENTERPRISE", "lead": "7700000111", "content":
             {"title": "Общий испытательный стенд", "summary": "Стенд двух кластеров",
              "clusters": [{"cluster": "%1$s", "lead": true}, {"cluster": "%2$s", "lead": false}],
              "initiator": {"inn": "7707083893", "evidence": [
                {"kind": "ORDER", "document": {"title": "Письмо о заказе", "number": "7", "date": "2026-02-10"}, "amount": "1000000.00"}]},
              "goals": [{"kind": "COMPETITIVENESS", "result": "Срок испытаний вдвое короче"}],
              "directions": [{"direction": "SHARED_RESOURCES", "main": true}],
              "stages": [{"name": "Проект", "from": "2026-06-01", "to": "2026-09-30"},
                         {"name": "Сборка", "from": "2026-10-01", "to": "2026-12-31"}],
              "activities": [{"name": "Документация", "kind": "DEVELOPMENT", "stage": 1, "performer": "7700000016",
                              "from": "2026-06-01", "to": "2026-09-30", "result": "Утверждена"}],
              "participants": [
                {"inn": "7700000111", "cluster": "%1$s", "roles": [], "tasks": "Ведёт проект", "receives": "1000000.00"},
                {"inn": "7700000016", "cluster": "%1$s", "roles": ["MANUFACTURER"], "tasks": "Изготавливает стенд"},
                {"inn": "7700000023", "cluster": "%2$s", "roles": ["INNOVATIVE_SME"], "tasks": "Пишет программы"}],
              "funding": [{"stage": 1, "source": "CITY_BUDGET", "amount": "600000.00"},
                          {"stage": 1, "source": "OWN", "amount": "300000.00"},
                          {"stage": 2, "source": "CITY_BUDGET", "amount": "400000.00"},
                          {"stage": 2, "source": "LARGE_ENTERPRISE", "amount": "800000.00"}],
              "indicators": [{"code": "SHARED_EQUIPMENT_HOURS", "baseline": 0, "plan": 1200, "by": "2026-12-31"}],
              "risks": [{"text": "Задержка поставки", "probability": "LOW", "impact": "HIGH", "response": "Второй поставщик"}]}}""";

    private Chromium chromium;
    private String call;
    private String own;
    private String near;
    private String far;

    @BeforeEach
    void a_call_in_intake_and_clusters_of_two_agglomerations() throws Exception {
        chromium = Chromium.require();
        setDefaultAssertionTimeout(30_000);
        given(
                "department",
                "chief",
                "gckr",
                "expert",
                "expert2",
                "expert3",
                "applicant",
                "applicant2",
                "auditor",
                "admin");
        gone();
        CallsRestIT.run("""
                insert into platform.clock_shift
                select (timestamp '2026-03-10 12:00' at time zone 'Europe/Moscow') - clock_timestamp();
                insert into platform.organisation (id, name, inn) values (gen_random_uuid(), 'Союз «Стенд»', '7700000111');
                update platform.app_user set organisation_id = (select id from platform.organisation where inn = '7700000111')
                 where login in ('applicant', 'applicant2')""");
        own = cluster("Стенды", LEAD, "7700000016");
        near = cluster("Программы", "7700000136", "7700000023");
        far = cluster("Медицина", "7700000129", "7700000030");
        agglomeration("Восток", own, near);
        agglomeration("Запад", far);
        made("department", "programmes", CallsRestIT.PROGRAMME.replace("REST_IT", "APPLICATION_SCREENS"));
        call = made("department", "calls", """
                        {"programme": "APPLICATION_SCREENS", "measure": "1.1", "terms": %s}""".formatted(CallsRestIT.TERMS
                        .replace("\"GATE\"", "\"PRIORITY\"")
                        .replace("[\"CLUSTER_ORGANISATION\"]", "[\"LEADING_ORGANISATION\"]")
                        .replace("\"experts\": 3", "\"experts\": 2")))
                .get("id")
                .asText();
        step("department", "calls/" + call + "/check", "{}");
        step("chief", "calls/" + call + "/publish", "{}");
        made("admin", "mandates", """
                {"login": "applicant", "organisation": "7700000111", "from": "2026-01-01", "until": "2027-01-01",
                 "document": {"title": "Доверенность", "number": "1", "date": "2026-01-01"}}""");
        for (var login : List.of("expert", "expert2", "expert3")) {
            made("gckr", "experts", """
                    {"login": "%s", "inn": %s, "employer": null, "employerName": "Институт", "fields": ["IT"],
                     "from": "2024-01-01", "to": null}""".formatted(login, login.equals("expert3") ? "\"770123456703\"" : "null"));
        }
        made("department", "ownership/stakes", """
                {"owner": {"person": {"name": "Дубов Олег Маркович", "inn": "770123456703"}}, "subject": {"inn": "7700000023"},
                 "kind": "SHAREHOLDING", "share": {"numerator": "1", "denominator": "100"}, "from": "2024-01-01",
                 "document": {"title": "Список участников", "number": "1", "date": "2024-01-01"}}""");
    }

    private static String cluster(String name, String organisation, String member) throws Exception {
        var id = made("department", "clusters", """
                        {"sector": "IT", "name": "%s", "organisation": {"inn": "%s"}, "from": "2019-01-01"}""".formatted(name, organisation))
                .get("id")
                .asText();
        made("department", "clusters/" + id + "/members", """
                {"inn": "%s", "roles": ["OTHER"], "from": "2019-01-01", "memberOfOrganisation": true}""".formatted(member));
        return id;
    }

    private static void agglomeration(String name, String... clusters) throws Exception {
        var decision = "\"decision\": {\"title\": \"Приказ\", \"number\": \"1\", \"date\": \"2019-01-01\"}";
        var code = made("department", "agglomerations", """
                        {"name": "%s", "from": "2019-01-01", %s}""".formatted(name, decision))
                .get("code")
                .asText();
        for (var cluster : clusters) {
            step("department", "agglomerations/" + code + "/clusters", """
                    {"cluster": "%s", "from": "2019-01-01", %s}""".formatted(cluster, decision));
        }
    }

    private static JsonNode made(String login, String path, String body) throws Exception {
        var answer = Door.api(login, "POST", path, body);
        assertThat(answer.status()).as(path + " " + answer).isEqualTo(201);
        return answer.json();
    }

    private static JsonNode step(String login, String path, String body) throws Exception {
        var answer = Door.api(login, "POST", path, body);
        assertThat(answer.status()).as(path + " " + answer).isBetween(200, 201);
        return answer.json();
    }

    @AfterEach
    void gone() throws Exception {
        new CallsRestIT().gone();
        CallsRestIT.run("""
                delete from platform.clock_shift;
                truncate call.expert cascade;
                delete from platform.mandate;
                update platform.app_user set organisation_id = null where login in ('applicant', 'applicant2');
                delete from platform.organisation where inn = '7700000111';
                truncate ownership.import, ownership.import_problem, ownership.party, ownership.identity, ownership.extract,
                         ownership.shown, ownership.stake cascade;
                delete from platform.task where subject_kind in ('ASSIGNMENT', 'CALL_APPLICATION') or kind = 'CALL_TO_PUBLISH'""");
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void a_project_of_two_clusters_goes_from_its_faults_to_its_place_in_the_ranking() throws Exception {
        try (var gckr = chromium.open("ru-RU", 1366, 768);
                var applicant = chromium.open("ru-RU", 1366, 768);
                var second = chromium.open("ru-RU", 1920, 1080);
                var expert = chromium.open("ru-RU", 1366, 768);
                var other = chromium.open("en-GB", 1366, 768)) {
            gckr.logIn("gckr");
            refusesAnotherAgglomeration(gckr);
            var project = consented();
            var application = writes(applicant.logIn("applicant"), project);
            certifies(second.logIn("applicant2"), application, "ВХ-");
            returns(gckr, application);
            corrects(applicant, second, application);
            asks(gckr, application);
            admits(gckr, application);
            findsAConflict(gckr, application);
            scores(expert.logIn("expert"), "8");
            scoresInEnglish(other.logIn("expert2"));
            ranks(gckr, application);
            for (var screen : List.of(gckr, applicant, second, expert, other)) {
                assertThat(screen.complaints()).isEmpty();
            }
        }
    }

    @Test
    void a_program_sends_for_the_organisation_of_its_mandate_follows_it_over_rest_and_is_refused_for_another()
            throws Exception {
        given("service");
        var project = consented();
        var asked = "{\"call\": \"%s\", \"project\": \"%s\"}".formatted(call, project);
        assertProblem(Door.api("service", "POST", "applications", asked), 422, "call-application-project-unknown");
        made("admin", "mandates", """
                {"login": "service", "organisation": "7700000111", "from": "2026-01-01", "until": "2027-01-01",
                 "document": {"title": "Соглашение", "number": "5", "date": "2026-01-01"}}""");
        var path = "applications/"
                + made("service", "applications", asked).get("id").asText();
        write(path + "/sections/applicant", """
                {"person": "Осинина Дарья", "phone": "+7 495 000-00-01", "email": "stand@example.org", "address": "Москва"}""", path);
        write(path + "/sections/project", """
                {"purpose": "Создать стенд", "forms": ["FINANCIAL"]}""", path);
        write(path + "/sections/declarations", """
                {"declarations": ["TAX_DEBT_WITHIN_LIMIT", "NO_OVERDUE_BUDGET_DEBT", "NOT_INSOLVENT", "NOT_OFFSHORE", "NOT_LISTED",
                                  "NOT_FOREIGN_AGENT", "NO_OTHER_SUPPORT", "HEAD_NOT_DISQUALIFIED", "DATA_TRUE",
                                  "CONSENT_TO_PUBLICATION"]}""", path);
        var attached = Door.send(
                "POST",
                "/api/v1/" + path + "/documents?requirement=" + URLEncoder.encode("Заявление", StandardCharsets.UTF_8)
                        + "&fileName=letter.pdf",
                new String[] {"Authorization", Door.basic("service", "demo"), "Content-Type", "application/octet-stream"
                },
                PDF);
        assertThat(attached.status()).as(attached.toString()).isBetween(200, 201);
        step("service", path + "/submit", "{\"person\": \"Осинина Дарья\"}");
        assertProblem(
                Door.api("service", "POST", path + "/certify", "{\"person\": \"осинина  дарья\"}"),
                422,
                "second-person-required");
        var receipt = step("service", path + "/certify", "{\"person\": \"Лозин Егор\"}");
        assertThat(receipt.get("receipt").asText()).startsWith("ВХ-");
        assertThat(step("service", path + "/certify", "{\"person\": \"Лозин Егор\"}"))
                .as("the same again")
                .isEqualTo(receipt);
        assertThat(state(path)).isEqualTo("SUBMITTED");
        step("gckr", path + "/return", """
                {"version": null, "remarks": [{"section": "PROJECT", "text": "Уточните"}]}""");
        assertThat(state(path)).isEqualTo("RETURNED");

        var others = made("gckr", "projects", PROJECT.formatted(far, near).replace(LEAD, "7700000129"))
                .get("id")
                .asText();
        assertProblem(
                Door.api("service", "POST", "applications", asked.replace(project, others)),
                422,
                "call-application-project-unknown");
    }

    private static void write(String path, String body, String application) throws Exception {
        var version = Door.api("service", "GET", application, null).header("ETag");
        var answer = Door.api("service", "PUT", path, body, "If-Match", version);
        assertThat(answer.status()).as(path + " " + answer).isEqualTo(200);
    }

    private static String state(String path) throws Exception {
        return Door.api("service", "GET", path, null).json().get("state").asText();
    }

    private void refusesAnotherAgglomeration(Screen gckr) throws Exception {
        var strange =
                made("gckr", "projects", PROJECT.formatted(own, far)).get("id").asText();
        gckr.go("project/card.xhtml?id=" + strange);
        assertThat(gckr.page().locator(".faults, .errors, main").first()).containsText("агломераци");
        seen(gckr, "project-refused");
    }

    private String consented() throws Exception {
        var id =
                made("gckr", "projects", PROJECT.formatted(own, near)).get("id").asText();
        for (var asked : Door.api("gckr", "GET", "projects/" + id + "/consents", null)
                .json()
                .get("items")) {
            made("gckr", "projects/" + id + "/consents", """
                    {"inn": "%s", "cluster": %s, "part": "%s",
                     "document": {"title": "Согласие", "date": "2026-03-01"}}""".formatted(
                            asked.get("inn").asText(),
                            asked.get("cluster"),
                            asked.get("part").asText()));
        }
        assertThat(Door.api("gckr", "GET", "projects/" + id + "/faults", null)
                        .json()
                        .get("items"))
                .isEmpty();
        return id;
    }

    private String writes(Screen applicant, String project) throws Exception {
        applicant.go("application/new.xhtml");
        applicant.page().getByLabel("Отбор").selectOption(call);
        applicant.page().getByLabel("Проект").selectOption(project);
        seen(applicant, "application-new");
        applicant.press("Начать заявку");
        assertThat(applicant.text("Начата заявка")).isVisible();
        var id = applicant.page().url().replaceAll(".*id=([0-9a-f-]+).*", "$1");

        applicant.go("application/edit.xhtml?id=" + id + "&section=APPLICANT");
        applicant.fill("Контактное лицо", "Осинина Дарья");
        assertThat(applicant.text("Сохранено в")).isVisible();
        applicant.go("application/edit.xhtml?id=" + id + "&section=APPLICANT");
        assertThat(applicant.page().getByLabel("Контактное лицо")).hasValue("Осинина Дарья");
        applicant.fill("Телефон", "+7 495 000-00-01");
        applicant.fill("Электронная почта", "stand@example.org");
        applicant.fill("Почтовый адрес", "Москва");
        seen(applicant, "application-applicant");
        applicant.press("Сохранить и дальше");
        applicant.fill("Для чего нужна поддержка", "Создать стенд");
        applicant.page().getByLabel("Финансовая").check();
        seen(applicant, "application-project");
        applicant.press("Сохранить и дальше");
        attach(applicant, "letter.exe", new byte[] {'M', 'Z', 0, 1});
        assertThat(applicant.page().locator(".errors")).isVisible();
        attach(applicant, "letter.pdf", PDF);
        assertThat(applicant.page().locator("#kept")).containsText("letter.pdf");
        applicant.press("Убрать");
        assertThat(applicant.page().locator("#kept")).containsText("Файлов нет");
        attach(applicant, "letter.pdf", PDF);
        seen(applicant, "application-documents");
        applicant.go("application/card.xhtml?id=" + id);
        assertThat(applicant.page().locator("#sections")).containsText("Замечаний");
        seen(applicant, "application-lacking");
        assertThat(applicant.page().locator("form[id$=signing]")).hasCount(0);
        applicant.go("application/edit.xhtml?id=" + id + "&section=DECLARATIONS");
        for (var box :
                applicant.page().locator(".checksField input[type=checkbox]").all()) {
            box.check();
        }
        seen(applicant, "application-declarations");
        applicant.press("Сохранить и дальше");
        applicant.press("Подписать и передать второму лицу");
        assertThat(applicant.text("Подписано, заявка ждёт второго лица")).isVisible();
        assertThat(applicant.page().locator("form[id$=certifying] input[type=submit]"))
                .hasCount(1);
        applicant.press("Заверить и подать");
        assertThat(applicant.page().locator(".errors")).containsText("другой");
        return id;
    }

    private static void attach(Screen applicant, String name, byte[] bytes) {
        applicant.page().locator("select").first().selectOption(new SelectOption().setIndex(1));
        applicant
                .page()
                .locator("input[type=file]")
                .first()
                .setInputFiles(new FilePayload(name, "application/octet-stream", bytes));
        applicant.press("Приложить файл");
    }

    private static void certifies(Screen second, String application, String number) throws Exception {
        second.go("application/card.xhtml?id=" + application);
        seen(second, "application-certify");
        second.press("Заверить и подать");
        assertThat(second.text("Заявка принята, входящий номер " + number)).isVisible();
        seen(second, "application-received");
    }

    private static void returns(Screen gckr, String application) throws Exception {
        gckr.go("application/check.xhtml?id=" + application);
        seen(gckr, "application-check");
        gckr.page().locator("form[id$=returning] textarea").nth(1).fill("Уточните, кто будет работать на стенде");
        gckr.press("Вернуть на исправление");
        assertThat(gckr.text("Заявка возвращена на исправление")).isVisible();
    }

    private static void corrects(Screen applicant, Screen second, String application) throws Exception {
        applicant.go("application/card.xhtml?id=" + application);
        assertThat(applicant.text("Уточните, кто будет работать на стенде")).isVisible();
        seen(applicant, "application-returned");
        applicant.go("application/edit.xhtml?id=" + application + "&section=PROJECT");
        applicant.fill("Для чего нужна поддержка", "Создать стенд, на котором работают оба кластера");
        applicant.press("Сохранить и дальше");
        applicant.go("application/card.xhtml?id=" + application);
        applicant.press("Подписать и передать второму лицу");
        certifies(second, application, "ВХ-");
        assertThat(second.page().locator("#rounds ins")).hasText("Создать стенд, на котором работают оба кластера");
        assertThat(second.page().locator("#rounds")).containsText("Для чего нужна поддержка:");
    }

    private static void asks(Screen gckr, String application) throws Exception {
        gckr.go("application/check.xhtml?id=" + application);
        gckr.page().getByLabel("О чём").selectOption("TAX_DEBT");
        gckr.fill("Кого спрашиваем", "УФНС по г. Москве");
        gckr.fill("Вопрос", "Есть ли задолженность по налогам?");
        gckr.press("Направить запрос");
        assertThat(gckr.text("Запрос направлен")).isVisible();
        gckr.go("application/check.xhtml?id=" + application);
        gckr.press("Допустить к оценке");
        assertThat(gckr.page().locator(".errors")).containsText("Ждём ответ");
        gckr.go("application/card.xhtml?id=" + application);
        gckr.page().locator("#requests tbody a").first().click();
        seen(gckr, "request");
        gckr.page().getByLabel("Исход").selectOption("FAVOURABLE");
        gckr.page()
                .getByLabel("Ответ", new Page.GetByLabelOptions().setExact(true))
                .fill("Задолженности нет");
        gckr.page()
                .getByLabel("Документ", new Page.GetByLabelOptions().setExact(true))
                .fill("Справка");
        gckr.fill("Дата документа", "10.03.2026");
        gckr.press("Внести ответ");
        assertThat(gckr.text("Ответ внесён")).isVisible();
    }

    private static void admits(Screen gckr, String application) throws Exception {
        gckr.go("application/check.xhtml?id=" + application);
        seen(gckr, "application-check-answered");
        gckr.press("Допустить к оценке");
        assertThat(gckr.text("Заявка допущена")).isVisible();
    }

    private static void findsAConflict(Screen gckr, String application) throws Exception {
        gckr.go("expertise/application.xhtml?id=" + application);
        assign(gckr, "expert3");
        assertThat(gckr.page().locator(".errors")).containsText("конфликт интересов");
        gckr.go("expertise/application.xhtml?id=" + application);
        assertThat(gckr.page().locator("#conflicts")).containsText("владеет долей участника: 7700000023");
        assertThat(gckr.page().locator("#conflicts")).containsText("1 %");
        for (var login : List.of("expert", "expert2")) {
            assign(gckr, login);
            assertThat(gckr.text("Эксперт назначен, конфликта интересов не найдено"))
                    .isVisible();
        }
        seen(gckr, "expertise-application");
    }

    private static void assign(Screen gckr, String login) {
        gckr.page().getByLabel("Эксперт").selectOption(login);
        gckr.press("Назначить");
    }

    private static void scores(Screen expert, String points) throws Exception {
        expert.go("expertise/list.xhtml");
        expert.page().locator("main tbody a").first().click();
        assertThat(expert.page().locator("#told-goals")).hasCount(0);
        seen(expert, "assignment-invited");
        expert.press("Согласиться");
        assertThat(expert.text("Согласие внесено")).isVisible();
        assertThat(expert.page().locator("#told-goals")).containsText("Срок испытаний вдвое короче");
        expert.fill("Баллы, от 0 до 10", "11");
        expert.fill("Обоснование", "Стенд новый");
        expert.press("Сохранить оценки");
        assertThat(expert.page().locator(".errors")).isVisible();
        expert.fill("Баллы, от 0 до 10", points);
        expert.press("Сохранить оценки");
        assertThat(expert.text("Оценки сохранены")).isVisible();
        seen(expert, "assignment-scored");
    }

    private static void scoresInEnglish(Screen expert) throws Exception {
        expert.go("expertise/list.xhtml");
        expert.page().locator("main tbody a").first().click();
        expert.page().locator("form[id$=accepting] input[type=submit]").click();
        assertThat(expert.page().locator("#others")).hasCount(0);
        expert.page().locator("form[id$=scores] input[type=text]").first().fill("7");
        expert.page().locator("form[id$=scores] textarea").first().fill("A bench of this kind is new");
        expert.page().locator("form[id$=scores] input[type=submit]").click();
        assertThat(expert.page().locator("#others")).containsText("Стенд новый");
        seen(expert, "assignment-scored-en");
    }

    private void ranks(Screen gckr, String application) throws Exception {
        gckr.go("ranking/card.xhtml?call=" + call);
        assertThat(gckr.page().locator("main tbody tr").first()).containsText("7,5");
        assertThat(gckr.page().locator("main tbody tr").first()).containsText("в пределах средств");
        seen(gckr, "ranking");
        gckr.go("expertise/board.xhtml?call=" + call);
        assertThat(gckr.page().locator("main tbody tr").first()).containsText("2/2");
        seen(gckr, "board");
        gckr.go("expertise/application.xhtml?id=" + application);
        assertThat(gckr.page().locator("#given")).containsText("Новизна: 8. Стенд новый");
        seen(gckr, "expertise-scored");
        gckr.go("application/card.xhtml?id=" + application);
        seen(gckr, "application-assessed");
        gckr.go("call/openness.xhtml?id=" + call);
        assertThat(gckr.page().locator("#states")).containsText("Оценена");
        assertThat(gckr.page().locator("#order")).containsText("Проверено");
        seen(gckr, "openness");
    }

    /** Looks for barriers and leaves a picture. */
    private static void seen(Screen screen, String name) throws Exception {
        assertThat(screen.barriers()).as(name).isEmpty();
        assertThat(screen.overflow()).as(name).isZero();
        screen.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of("target", "screens", "road-" + name + ".png"))
                        .setFullPage(true));
    }
}
