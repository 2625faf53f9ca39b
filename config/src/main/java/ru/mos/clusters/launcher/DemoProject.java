package ru.mos.clusters.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/**
 * A joint project of two demo clusters of one agglomeration, to which all have consented. Only the applicant receives money,
 * as the demo call has it. Names and sums are invented.
 */
final class DemoProject {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String PROJECT = """
            {"kind": "INTER_CLUSTER", "lead": "%1$s", "content": {
             "title": "Общий испытательный стенд измерительных приборов",
             "summary": "Два кластера создают стенд, на котором приборы испытывают вместе с программами к ним.",
             "clusters": [{"cluster": "%2$s", "lead": true}, {"cluster": "%3$s", "lead": false}],
             "goals": [
               {"kind": "COMPETITIVENESS", "result": "Срок испытаний сокращается с шести недель до двух"},
               {"kind": "NEW_PRODUCT", "product": "Прибор контроля вибрации", "productStage": "PROTOTYPE",
                "result": "Опытная партия прошла испытания"}],
             "directions": [{"direction": "SHARED_RESOURCES", "main": true}, {"direction": "EFFICIENCY_QUALITY", "main": false}],
             "stages": [
               {"name": "Проект стенда", "from": "2011-07-01", "to": "2011-12-31"},
               {"name": "Сборка", "from": "2012-01-01", "to": "2012-06-30"},
               {"name": "Опытная работа", "from": "2012-07-01", "to": "2012-12-31"}],
             "activities": [
               {"name": "Рабочая документация", "kind": "DEVELOPMENT", "stage": 1, "performer": "%4$s",
                "from": "2011-07-01", "to": "2011-12-31", "result": "Документация утверждена"},
               {"name": "Методика испытаний", "kind": "RESEARCH", "stage": 2, "performer": "%6$s",
                "from": "2012-01-01", "to": "2012-06-30", "result": "Методика согласована"}],
             "participants": [
               {"inn": "%1$s", "cluster": "%2$s", "roles": [], "tasks": "Ведёт проект и владеет стендом", "receives": "9000000.00"},
               {"inn": "%4$s", "cluster": "%2$s", "roles": ["MANUFACTURER"], "tasks": "Изготавливает стенд"},
               {"inn": "%5$s", "cluster": "%2$s", "roles": ["MATERIAL_SUPPLIER"], "tasks": "Поставляет датчики"},
               {"inn": "%6$s", "cluster": "%3$s", "roles": ["INNOVATIVE_SME"], "tasks": "Пишет программы испытаний"}],
             "funding": [
               {"stage": 1, "source": "CITY_BUDGET", "amount": "4000000.00"}, {"stage": 1, "source": "OWN", "amount": "2000000.00"},
               {"stage": 2, "source": "CITY_BUDGET", "amount": "3000000.00"}, {"stage": 2, "source": "LOAN", "amount": "3000000.00"},
               {"stage": 3, "source": "CITY_BUDGET", "amount": "2000000.00"}, {"stage": 3, "source": "OWN", "amount": "4000000.00"}],
             "indicators": [
               {"code": "SHARED_EQUIPMENT_HOURS", "baseline": 0, "plan": 1200, "by": "2012-12-31"},
               {"code": "DEFECTS", "baseline": 4, "plan": 2, "by": "2012-12-31"}],
             "risks": [
               {"text": "Поставка датчиков задержится", "probability": "MEDIUM", "impact": "HIGH",
                "response": "Договор со вторым поставщиком"}]}}""";

    private static final String CONSENT = """
            {"inn": "%s", "cluster": %s, "part": "%s",
             "document": {"title": "Согласие участника", "number": "%d", "date": "2011-02-10"}}""";

    private DemoProject() {}

    /** @param lead code of the cluster that leads, {@code other} that of the second one; both of one agglomeration */
    static void load(RestClient author, String lead, String other) throws IOException, InterruptedException {
        var leads = author.get("clusters/" + lead);
        var second = author.get("clusters/" + other);
        var members = author.get("clusters/" + lead + "/members").path("items");
        var others = author.get("clusters/" + other + "/members").path("items");
        var project = author.post(
                "projects",
                JSON.readTree(PROJECT.formatted(
                        leads.at("/organisation/inn").asText(),
                        leads.path("id").asText(),
                        second.path("id").asText(),
                        members.path(0).path("inn").asText(),
                        members.path(1).path("inn").asText(),
                        others.path(0).path("inn").asText())));
        var path = "projects/" + project.path("id").asText();
        int number = 1;
        for (JsonNode asked : author.get(path + "/consents").path("items")) {
            author.post(
                    path + "/consents",
                    JSON.readTree(CONSENT.formatted(
                            asked.path("inn").asText(),
                            asked.path("cluster"),
                            asked.path("part").asText(),
                            number++)));
        }
    }
}
