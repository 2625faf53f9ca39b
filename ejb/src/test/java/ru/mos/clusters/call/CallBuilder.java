package ru.mos.clusters.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import ru.mos.clusters.call.GateContext.Edition;
import ru.mos.clusters.call.GateContext.Rules;
import ru.mos.clusters.call.calendar.WorkingDays;
import ru.mos.clusters.ledger.KbkLayout;
import ru.mos.clusters.platform.Citation;
import ru.mos.clusters.platform.Json;

/** A call at which nothing is wrong, and what the gate knows of the world around it. */
final class CallBuilder {

    static final String KBK = "80704121234567890811";
    static final String KBK_OLD = "80704125150102006242";

    private static final String VALID = """
            {"titleRu": "Совместные проекты", "titleEn": "Joint projects", "pilot": false,
             "acts": [{"act": "PPM_818_2008", "edition": "2010-07-27"}],
             "rules": "CONCEPT_2010:2", "eligibility": "GATE",
             "applicants": ["CLUSTER_ORGANISATION"], "forms": ["FINANCIAL", "CONSULTING"],
             "money": [{"year": 2026, "kbk": "80704121234567890811", "amount": 10000000.00}],
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

    private CallBuilder() {}

    static CallTerms call() {
        return call(node -> {});
    }

    static CallTerms call(Consumer<ObjectNode> change) {
        try {
            var node = (ObjectNode) Json.mapper().readTree(VALID);
            change.accept(node);
            return Json.mapper().treeToValue(node, CallTerms.class);
        } catch (JsonProcessingException defect) {
            throw new AssertionError(defect);
        }
    }

    /** 2026 as it is, with the days off of the terms above, and nothing of the year after. */
    static WorkingDays calendar() {
        var off = new HashSet<LocalDate>();
        List.of("2026-03-09", "2026-05-01", "2026-05-11", "2026-12-31").forEach(day -> off.add(LocalDate.parse(day)));
        return new WorkingDays(Set.of(2025, 2026), off);
    }

    static GateContext context() {
        return context(null);
    }

    static GateContext context(CallTerms published) {
        return new GateContext(
                List.of(
                        new Edition("PPM_818_2008", LocalDate.of(2010, 7, 27), Citation.Status.IN_FORCE),
                        new Edition("PPM_818_2008", LocalDate.of(2008, 9, 9), null),
                        new Edition("PPM_621_2010", LocalDate.of(2010, 7, 27), Citation.Status.REPEALED),
                        new Edition("CONCEPT", null, Citation.Status.DRAFT)),
                List.of(new Rules("CONCEPT_2010:2", null), new Rules("CONCEPT_2010:3", LocalDate.of(2026, 3, 3))),
                Map.of(2026, new BigDecimal("30000000.00"), 2015, new BigDecimal("30000000.00")),
                Map.of(2026, new BigDecimal("20000000.00")),
                LocalDate.of(2011, 1, 1),
                calendar(),
                List.of(
                        new KbkLayout(
                                LocalDate.of(2005, 1, 1),
                                LocalDate.of(2016, 1, 1),
                                "[0-9]{3}(0[1-9]|1[0-4])[0-9]{2}[0-9]{7}[0-9]{3}[23][0-9]{2}",
                                "3-2-2-7-3-3"),
                        new KbkLayout(
                                LocalDate.of(2016, 1, 1),
                                null,
                                "[0-9]{3}(0[1-9]|1[0-4])[0-9]{2}[0-9A-ZА-Я]{10}(6[1-3]|81)[0-9]",
                                "3-2-2-10-3")),
                published);
    }
}
