package ru.mos.clusters.outside;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.outside.Pictures.seen;
import static ru.mos.clusters.outside.Programs.made;
import static ru.mos.clusters.outside.Programs.write;

import com.fasterxml.jackson.databind.ObjectMapper;

/** A joint project until everybody whom it concerns has consented. */
final class ProjectSteps {

    /** Of two clusters, begun by a large enterprise. */
    static final String PROJECT = """
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

    /** Of one cluster. */
    static final String OTHER = """
            {"kind": "CLUSTER", "lead": "7700000129", "content":
             {"title": "Порошковая линия", "summary": "Линия порошков для имплантатов",
              "clusters": [{"cluster": "%1$s", "lead": true}],
              "goals": [{"kind": "COMPETITIVENESS", "result": "Порошки дешевле ввозимых"}],
              "directions": [{"direction": "SHARED_RESOURCES", "main": true}],
              "stages": [{"name": "Монтаж", "from": "2026-06-01", "to": "2026-09-30"},
                         {"name": "Пуск", "from": "2026-10-01", "to": "2026-12-31"}],
              "activities": [{"name": "Монтаж линии", "kind": "DEVELOPMENT", "stage": 1, "performer": "7700000030",
                              "from": "2026-06-01", "to": "2026-09-30", "result": "Линия смонтирована"}],
              "participants": [
                {"inn": "7700000129", "cluster": "%1$s", "roles": [], "tasks": "Ведёт проект", "receives": "2000000.00"},
                {"inn": "7700000030", "cluster": "%1$s", "roles": ["MANUFACTURER"], "tasks": "Выпускает порошки"},
                {"inn": "7700000048", "cluster": "%1$s", "roles": ["MATERIAL_SUPPLIER"], "tasks": "Поставляет слитки"}],
              "funding": [{"stage": 1, "source": "CITY_BUDGET", "amount": "1200000.00"},
                          {"stage": 1, "source": "OWN", "amount": "600000.00"},
                          {"stage": 2, "source": "CITY_BUDGET", "amount": "800000.00"},
                          {"stage": 2, "source": "OWN", "amount": "1600000.00"}],
              "indicators": [{"code": "SHARED_EQUIPMENT_HOURS", "baseline": 0, "plan": 900, "by": "2026-12-31"}],
              "risks": [{"text": "Слитки дорожают", "probability": "LOW", "impact": "LOW", "response": "Запас"}]}}""";

    private ProjectSteps() {}

    /** @return its id */
    static String begins(Screen gckr) {
        gckr.go("project/list.xhtml");
        gckr.follow("Новый проект");
        gckr.fill("Название", "Общий испытательный стенд");
        gckr.page().getByLabel("Кто начинает").selectOption("LARGE_ENTERPRISE");
        gckr.page().getByLabel("Головная организация").selectOption(Intake.LEAD);
        seen(gckr, "project-new");
        gckr.press("Составить проект");
        assertThat(gckr.text("До подачи нужно исправить")).isVisible();
        seen(gckr, "project-begun");
        return id(gckr);
    }

    /** The id in the address of the page. */
    static String id(Screen screen) {
        return screen.page().url().replaceAll(".*id=([0-9a-f-]+).*", "$1");
    }

    /** Says all the rest, but names a cluster of another agglomeration. */
    static void refusesAnotherAgglomeration(Screen gckr, String project, Intake intake) throws Exception {
        var content = new ObjectMapper()
                .readTree(PROJECT.formatted(intake.own(), intake.far()))
                .get("content");
        write("gckr", "projects/" + project, "", content.toString());
        gckr.go("project/card.xhtml?id=" + project);
        assertThat(gckr.page().locator("#gate")).containsText("агломераци");
        seen(gckr, "project-refused");
    }

    static void namesANearCluster(Screen gckr, String project, String near) {
        for (var row : new String[] {"clusters&row=1", "participants&row=2"}) {
            gckr.go("project/edit.xhtml?id=" + project + "&edit=" + row);
            gckr.page().getByLabel("Кластер").first().selectOption(near);
            seen(gckr, "project-" + row.replaceAll("&.*", ""));
            gckr.press("Сохранить");
            assertThat(gckr.text("Сохранено")).isVisible();
        }
        assertThat(gckr.page().locator("#gate")).not().containsText("агломераци");
    }

    static void isConsentedTo(Screen gckr, String project) throws Exception {
        gckr.page().locator("#consents").getByText("Согласиться").first().click();
        gckr.fill("Название документа", "Согласие");
        gckr.fill("Дата документа", "01.03.2026");
        seen(gckr, "project-consent");
        gckr.press("Согласие с частью проекта");
        assertThat(gckr.page().locator("#consents")).containsText("Дано");
        consent(project);
        gckr.go("project/card.xhtml?id=" + project + "&check=true");
        assertThat(gckr.text("Проект можно подавать")).isVisible();
        assertThat(gckr.page().locator("#check details").first()).isVisible();
        seen(gckr, "project-ready");
    }

    /** A project that nothing keeps from being submitted. */
    static String consented(String content, Object... clusters) throws Exception {
        var id = made("gckr", "projects", content.formatted(clusters)).get("id").asText();
        consent(id);
        return id;
    }

    private static void consent(String project) throws Exception {
        var path = "projects/" + project;
        for (var asked :
                Door.api("gckr", "GET", path + "/consents", null).json().get("items")) {
            if (!asked.get("state").asText().equals("GIVEN")) {
                made("gckr", path + "/consents", """
                        {"inn": "%s", "cluster": %s, "part": "%s",
                         "document": {"title": "Согласие", "date": "2026-03-01"}}""".formatted(
                                asked.get("inn").asText(),
                                asked.get("cluster"),
                                asked.get("part").asText()));
            }
        }
        assertThat(Door.api("gckr", "GET", path + "/faults", null).json().get("items"))
                .isEmpty();
    }
}
