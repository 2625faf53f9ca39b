package ru.mos.clusters.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Json;
import ru.mos.clusters.project.GateContext.Cluster;
import ru.mos.clusters.project.GateContext.Given;

/** A project at which nothing is wrong, and what the gate knows of the world around it. */
final class ProjectBuilder {

    static final UUID IT1 = UUID.fromString("00000000-0000-4000-8000-000000000001");
    static final UUID IT2 = UUID.fromString("00000000-0000-4000-8000-000000000002");
    static final UUID FILE = UUID.fromString("00000000-0000-4000-8000-00000000000f");
    static final Inn LEAD = new Inn("7700000111");
    static final Inn SECOND = new Inn("7700000129");
    static final Inn ALFA = new Inn("7700000016");
    static final Inn BETA = new Inn("7700000023");
    static final Inn GAMMA = new Inn("7700000030");
    static final Inn WORKS = new Inn("7700000048");

    /** Three quarters, a half and a quarter of the budget; a fifth of the whole in kind would be 180.00. */
    private static final String VALID = """
            {"title": "Общая линия сборки", "summary": "Линия для двух предприятий",
             "clusters": [{"cluster": "00000000-0000-4000-8000-000000000001", "lead": true}],
             "initiator": null,
             "goals": [{"kind": "NEW_PRODUCT", "product": "Датчик", "productStage": "PROTOTYPE", "result": "Серия"}],
             "directions": [{"direction": "PRODUCTION_SETUP", "main": true}, {"direction": "EFFICIENCY_QUALITY"}],
             "stages": [{"name": "Первый", "from": "2026-01-01", "to": "2026-06-30"},
                        {"name": "Второй", "from": "2026-07-01", "to": "2026-12-31"},
                        {"name": "Третий", "from": "2027-01-01", "to": "2027-06-30"}],
             "activities": [{"name": "Макет", "kind": "DEVELOPMENT", "stage": 1, "performer": "7700000016",
                             "from": "2026-01-01", "to": "2026-06-30", "result": "Макет принят"}],
             "participants": [
               {"inn": "7700000016", "cluster": "00000000-0000-4000-8000-000000000001", "roles": ["SME_LEADER"],
                "tasks": "Сборка", "receives": 250.00},
               {"inn": "7700000023", "cluster": "00000000-0000-4000-8000-000000000001", "roles": ["MATERIAL_SUPPLIER"],
                "tasks": "Материалы", "receives": 200.00}],
             "funding": [{"stage": 1, "source": "CITY_BUDGET", "amount": 225.00},
                         {"stage": 1, "source": "OWN", "amount": 75.00},
                         {"stage": 2, "source": "CITY_BUDGET", "amount": 150.00},
                         {"stage": 2, "source": "LOAN", "amount": 150.00},
                         {"stage": 3, "source": "CITY_BUDGET", "amount": 75.00},
                         {"stage": 3, "source": "INVESTOR", "amount": 225.00}],
             "agreements": [{"kind": "INVESTMENT", "parties": ["ООО «Альфа»", "Фонд"], "amount": 225.00,
                             "document": {"title": "Договор", "number": "1", "date": "2025-12-01"}}],
             "indicators": [{"code": "LINES", "baseline": 0, "plan": 1, "by": "2027-06-30"},
                            {"code": "DEFECTS", "baseline": 5, "plan": 2.5, "by": "2027-06-30"}],
             "risks": [{"text": "Задержка поставок", "probability": "LOW", "impact": "HIGH", "response": "Второй поставщик"}],
             "documents": [{"file": "00000000-0000-4000-8000-00000000000f", "title": "Смета"}]}""";

    private ProjectBuilder() {}

    static ObjectNode json() {
        return (ObjectNode) json(VALID);
    }

    static JsonNode json(String text) {
        try {
            return Json.mapper().readTree(text);
        } catch (JsonProcessingException defect) {
            throw new AssertionError(defect);
        }
    }

    static ProjectContent read(JsonNode node) {
        try {
            return Json.mapper().treeToValue(node, ProjectContent.class);
        } catch (JsonProcessingException defect) {
            throw new AssertionError(defect);
        }
    }

    /** The sound project with what stands in the pairs of pointer and value instead. */
    static ProjectContent project(String... changes) {
        var node = json();
        for (int i = 0; i < changes.length; i += 2) {
            set(node, changes[i], json(changes[i + 1]));
        }
        return read(node);
    }

    private static void set(ObjectNode root, String pointer, JsonNode value) {
        int last = pointer.lastIndexOf('/');
        var name = pointer.substring(last + 1);
        var parent = root.at(pointer.substring(0, last));
        if (parent instanceof ArrayNode array) {
            if (name.equals("-")) {
                array.add(value);
            } else {
                array.set(Integer.parseInt(name), value);
            }
        } else {
            ((ObjectNode) parent).set(name, value);
        }
    }

    /** What the gate knows: all consented to the project as it stands. */
    static GateContext context(ProjectKind kind, ProjectContent consented) {
        return context(kind, consented, FundingLimits.ofEvery(Fraction.of(1, 5)));
    }

    static GateContext context(ProjectKind kind, @Nullable ProjectContent consented, FundingLimits limits) {
        return context(kind, consented, limits, "AGG-1");
    }

    /** @param second agglomeration of the second cluster */
    static GateContext context(
            ProjectKind kind, @Nullable ProjectContent consented, FundingLimits limits, @Nullable String second) {
        Map<UUID, Cluster> clusters = new HashMap<>();
        clusters.put(IT1, new Cluster("IT-1", LEAD, "AGG-1", Set.of(ALFA, BETA)));
        clusters.put(IT2, new Cluster("IT-2", SECOND, second, Set.of(GAMMA)));
        var without = new GateContext(
                kind, LEAD, clusters, indicators(), Set.of("Общий музей"), Set.of(FILE), Set.of(), limits);
        Set<Given> given = consented == null
                ? new HashSet<>()
                : ProjectPart.asked(consented, without).stream()
                        .map(part -> new Given(part.inn().digits(), part.cluster(), part.digest()))
                        .collect(Collectors.toSet());
        return new GateContext(kind, LEAD, clusters, indicators(), without.approved(), without.files(), given, limits);
    }

    private static Map<String, IndicatorView> indicators() {
        return List.of(
                        indicator("LINES", ProjectDirection.PRODUCTION_SETUP, IndicatorSense.MORE),
                        indicator("DEFECTS", ProjectDirection.EFFICIENCY_QUALITY, IndicatorSense.LESS),
                        indicator("HIRED", ProjectDirection.STAFF, IndicatorSense.MORE))
                .stream()
                .collect(Collectors.toMap(IndicatorView::code, Function.identity()));
    }

    private static IndicatorView indicator(String code, ProjectDirection direction, IndicatorSense sense) {
        return new IndicatorView(code, direction, code, code, "ед.", "pcs.", sense);
    }
}
