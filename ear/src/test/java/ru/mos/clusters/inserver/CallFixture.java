package ru.mos.clusters.inserver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import ru.mos.clusters.call.CallTerms;
import ru.mos.clusters.platform.Json;

/** Terms of a call at which nothing is wrong but that they say nothing of money yet. */
final class CallFixture {

    /** Takes away all calls, projects and what came of them, whoever made them. */
    static final String NOTHING_LEFT = "truncate call.call, project.project cascade";

    private static final String TERMS = """
            {"titleRu": "Совместные проекты", "titleEn": "Joint projects", "pilot": false,
             "acts": [{"act": "PPM_1863_2019", "edition": "2024-02-07"}],
             "rules": "CONCEPT_2010:2", "eligibility": "GATE",
             "applicants": ["CLUSTER_ORGANISATION"], "forms": ["FINANCIAL", "CONSULTING"],
             "projectLeast": 100000, "projectMost": 5000000,
             "shares": [{"numerator": "2", "denominator": "3"}, {"numerator": "1", "denominator": "3"}],
             "target": {"numerator": "1", "denominator": "3"},
             "documents": [{"titleRu": "Заявление", "titleEn": "Application", "mandatory": true, "template": "Приложение 1"}],
             "method": "CONTEST",
             "criteria": [{"code": "NOVELTY", "nameRu": "Новизна", "nameEn": "Novelty", "weight": 0.6, "least": 0, "most": 10},
                          {"code": "SYNERGY", "nameRu": "Синергия", "nameEn": "Synergy", "weight": 0.4, "least": 0, "most": 10}],
             "weightTotal": 1, "minimumScore": 5, "experts": 3, "tieBreak": "HIGHER_BY_CRITERION", "tieCriterion": "NOVELTY",
             "returns": 1, "returnDays": 5,
             "announcedOn": "2026-03-02", "intakeFrom": "2026-03-03T06:00:00Z", "intakeUntil": "2026-04-01T15:00:00Z",
             "assessmentDays": 20, "decisionDays": 10,
             "flow": {"route": "APPLICANT_ONLY", "act": null, "paragraph": null, "agreements": false}}""";

    private CallFixture() {}

    static CallTerms terms(Consumer<ObjectNode> change) {
        try {
            var node = (ObjectNode) Json.mapper().readTree(TERMS);
            change.accept(node);
            return Json.mapper().treeToValue(node, CallTerms.class);
        } catch (JsonProcessingException defect) {
            throw new AssertionError(defect);
        }
    }
}
