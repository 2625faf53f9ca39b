package ru.mos.clusters.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/**
 * The programme of the acts 1471-ПП and 818-ПП for 2010 to 2012, with awards from 2011 on, and two calls of it: one that was
 * held in 2011, and a draft. The plan annexed to 1471-ПП could not be read: names and sums are invented.
 */
final class DemoProgramme {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String PROGRAMME = """
            {"code": "INNOVATIVE_SMES_2010", "firstYear": 2010, "lastYear": 2012, "firstAwardOn": "2011-01-01",
             "nameRu": "Поддержка инновационных субъектов МСП в 2010–2012 годах (демонстрационный план)",
             "nameEn": "Support of innovative SMEs in 2010–2012 (demo plan)",
             "acts": [{"act": "PPM_1471_2009", "edition": "2009-12-29"}, {"act": "PPM_818_2008", "edition": "2010-07-27"}],
             "measures": [
               {"code": "1", "nameRu": "Подготовка кластерной политики", "nameEn": "Preparation of the cluster policy",
                "plan": [{"year": 2010, "amount": "5000000.00"}]},
               {"code": "2", "nameRu": "Совместные (кластерные) проекты", "nameEn": "Joint (cluster) projects",
                "plan": [{"year": 2011, "amount": "120000000.00"}, {"year": 2012, "amount": "180000000.00"}]},
               {"code": "3", "nameRu": "Инфраструктура кластерного развития", "nameEn": "Cluster development infrastructure",
                "plan": [{"year": 2011, "amount": "40000000.00"}, {"year": 2012, "amount": "40000000.00"}]}]}""";

    private static final String CALL = """
            {"programme": "INNOVATIVE_SMES_2010", "measure": "2", "terms": {
             "titleRu": "Совместные проекты кластеров МСП, 2011 год", "titleEn": "Joint projects of SME clusters, 2011",
             "pilot": false, "rules": "CONCEPT_2010:1", "eligibility": "GATE",
             "acts": [{"act": "PPM_818_2008", "edition": "2010-07-27"}, {"act": "PPM_1471_2009", "edition": "2009-12-29"}],
             "applicants": ["CLUSTER_ORGANISATION", "LEADING_ORGANISATION"], "forms": ["FINANCIAL", "CONSULTING", "TRAINING"],
             "money": [{"year": 2011, "kbk": "80704125150102006242", "amount": "60000000.00"},
                       {"year": 2012, "kbk": "80704125150102006242", "amount": "40000000.00"}],
             "projectLeast": "500000.00", "projectMost": "15000000.00",
             "shares": [{"numerator": "2", "denominator": "3"}, {"numerator": "1", "denominator": "2"},
                        {"numerator": "1", "denominator": "3"}],
             "target": {"numerator": "1", "denominator": "3"},
             "documents": [
               {"titleRu": "Заявление", "titleEn": "Application", "mandatory": true, "template": "Приложение 1 к извещению"},
               {"titleRu": "Согласия участников", "titleEn": "Consents of participants", "mandatory": true,
                "template": "Приложение 2 к извещению"},
               {"titleRu": "План финансирования по этапам", "titleEn": "Funding plan by stage", "mandatory": true,
                "template": "Приложение 3 к извещению"}],
             "method": "CONTEST",
             "criteria": [
               {"code": "SYNERGY", "nameRu": "Синергетический эффект", "nameEn": "Synergy", "weight": "0.4", "least": 0, "most": 10},
               {"code": "NOVELTY", "nameRu": "Новизна", "nameEn": "Novelty", "weight": "0.3", "least": 0, "most": 10},
               {"code": "BUDGET", "nameRu": "Обоснованность бюджета", "nameEn": "Soundness of the budget", "weight": "0.3",
                "least": 0, "most": 10}],
             "weightTotal": "1", "minimumScore": "6", "experts": 3, "tieBreak": "HIGHER_BY_CRITERION", "tieCriterion": "SYNERGY",
             "returns": 2, "returnDays": 5, "announcedOn": "2011-02-01",
             "intakeFrom": "2011-02-02T06:00:00Z", "intakeUntil": "2011-03-18T15:00:00Z",
             "assessmentDays": 20, "decisionDays": 10,
             "flow": {"route": "APPLICANT_ONLY", "agreements": false}}}""";

    private static final String DRAFT = """
            {"programme": "INNOVATIVE_SMES_2010", "measure": "3", "terms": {
             "titleRu": "Услуги инфраструктуры для кластеров, 2012 год", "pilot": false}}""";

    private DemoProgramme() {}

    static void load(RestClient author, RestClient second) throws IOException, InterruptedException {
        author.post("programmes", read(PROGRAMME));
        var call = "calls/" + author.post("calls", read(CALL)).path("id").asText();
        author.post(call + "/check", read("{}"));
        second.post(call + "/publish", read("{}"));
        author.post("calls", read(DRAFT));
    }

    private static JsonNode read(String json) throws IOException {
        return JSON.readTree(json);
    }
}
