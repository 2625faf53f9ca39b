package ru.mos.clusters.inserver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import java.util.function.Consumer;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Json;
import ru.mos.clusters.project.ProjectContent;

/** What a project says at which nothing is wrong but that nobody has consented yet. */
final class ProjectFixture {

    private static final String CONTENT = """
            {"title": "Общая линия сборки", "summary": "Линия для двух предприятий",
             "clusters": [{"cluster": "%1$s", "lead": true}],
             "goals": [{"kind": "COMPETITIVENESS", "result": "Выпуск вырос"}],
             "directions": [{"direction": "PRODUCTION_SETUP", "main": true}],
             "stages": [{"name": "Первый", "from": "2026-01-01", "to": "2026-06-30"},
                        {"name": "Второй", "from": "2026-07-01", "to": "2026-12-31"}],
             "activities": [{"name": "Макет", "kind": "DEVELOPMENT", "stage": 1, "performer": "%2$s",
                             "from": "2026-01-01", "to": "2026-06-30", "result": "Макет принят"}],
             "participants": [
               {"inn": "%2$s", "cluster": "%1$s", "roles": ["SME_LEADER"], "tasks": "Сборка", "receives": 300.00},
               {"inn": "%3$s", "cluster": "%1$s", "roles": ["MATERIAL_SUPPLIER"], "tasks": "Материалы"}],
             "funding": [{"stage": 1, "source": "CITY_BUDGET", "amount": 200.00},
                         {"stage": 1, "source": "OWN", "amount": 100.00},
                         {"stage": 2, "source": "CITY_BUDGET", "amount": 100.00},
                         {"stage": 2, "source": "OWN", "amount": 200.00}],
             "indicators": [{"code": "LINES_COMMISSIONED", "baseline": 0, "plan": 1, "by": "2026-12-31"}],
             "risks": [{"text": "Задержка", "probability": "LOW", "impact": "HIGH", "response": "Второй поставщик"}]}""";

    private ProjectFixture() {}

    /** Of one cluster, two of whose members take part: the first receives all, the second nothing. */
    static ProjectContent content(UUID cluster, Inn one, Inn other, Consumer<ObjectNode> change) {
        try {
            var node = (ObjectNode) Json.mapper().readTree(CONTENT.formatted(cluster, one, other));
            change.accept(node);
            return Json.mapper().treeToValue(node, ProjectContent.class);
        } catch (JsonProcessingException defect) {
            throw new AssertionError(defect);
        }
    }
}
