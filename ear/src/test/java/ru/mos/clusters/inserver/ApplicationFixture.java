package ru.mos.clusters.inserver;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.UUID;
import ru.mos.clusters.platform.Json;
import ru.mos.clusters.project.ProjectContent;

/** A project of one cluster at which nothing is wrong. */
final class ApplicationFixture {

    /** Why what no source decides counts as met. */
    static final String CONCLUSION = "Проверено по документам";

    private ApplicationFixture() {}

    static ProjectContent project(UUID cluster, String title) {
        return project(cluster, title, "7700000016", "7700000023");
    }

    static ProjectContent project(UUID cluster, String title, String maker, String supplier) {
        try {
            return Json.mapper().readValue("""
                {"title": "%2$s", "summary": "Оснастка и опытная партия",
                 "clusters": [{"cluster": "%1$s", "lead": true}], "initiator": null,
                 "goals": [{"kind": "COMPETITIVENESS", "product": null, "productStage": null, "result": "Выпуск растёт"}],
                 "directions": [{"direction": "PRODUCTION_SETUP", "main": true, "text": null}],
                 "stages": [{"name": "Подготовка", "from": "2026-06-01", "to": "2026-09-30"},
                            {"name": "Выпуск", "from": "2026-10-01", "to": "2026-12-31"}],
                 "activities": [{"name": "Оснастка", "kind": "DEVELOPMENT", "stage": 1, "performer": "%3$s",
                                 "from": "2026-06-01", "to": "2026-09-30", "result": "Линия"}],
                 "participants": [
                    {"inn": "%3$s", "cluster": "%1$s", "roles": ["MANUFACTURER"], "tasks": "Выпуск", "receives": 600000},
                    {"inn": "%4$s", "cluster": "%1$s", "roles": ["MATERIAL_SUPPLIER"], "tasks": "Поставка", "receives": 400000}],
                 "funding": [{"stage": 1, "source": "CITY_BUDGET", "amount": 600000, "valuation": null},
                             {"stage": 1, "source": "OWN", "amount": 600000, "valuation": null},
                             {"stage": 2, "source": "CITY_BUDGET", "amount": 400000, "valuation": null},
                             {"stage": 2, "source": "OWN", "amount": 900000, "valuation": null}],
                 "agreements": [], "indicators": [{"code": "LINES_COMMISSIONED", "baseline": 0, "plan": 1, "by": "2026-12-31"}],
                 "risks": [{"text": "Срыв поставок", "probability": "LOW", "impact": "LOW", "response": "Запас"}],
                 "documents": []}\
                """.formatted(cluster, title, maker, supplier), ProjectContent.class);
        } catch (JsonProcessingException defect) {
            throw new AssertionError(defect);
        }
    }
}
