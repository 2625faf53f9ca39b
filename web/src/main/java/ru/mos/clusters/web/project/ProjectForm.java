package ru.mos.clusters.web.project;

import static ru.mos.clusters.web.project.ProjectForm.Kind.CHOICE;
import static ru.mos.clusters.web.project.ProjectForm.Kind.CHOICES;
import static ru.mos.clusters.web.project.ProjectForm.Kind.DAY;
import static ru.mos.clusters.web.project.ProjectForm.Kind.FLAG;
import static ru.mos.clusters.web.project.ProjectForm.Kind.LINES;
import static ru.mos.clusters.web.project.ProjectForm.Kind.LONG_TEXT;
import static ru.mos.clusters.web.project.ProjectForm.Kind.NUMBER;
import static ru.mos.clusters.web.project.ProjectForm.Kind.TEXT;
import static ru.mos.clusters.web.project.ProjectForm.Kind.WHOLE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.ParticipantRole;
import ru.mos.clusters.platform.Json;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.project.ActivityKind;
import ru.mos.clusters.project.AgreementKind;
import ru.mos.clusters.project.FundingSource;
import ru.mos.clusters.project.GoalKind;
import ru.mos.clusters.project.InitiatorEvidence;
import ru.mos.clusters.project.ProductStage;
import ru.mos.clusters.project.ProjectContent;
import ru.mos.clusters.project.ProjectDirection;
import ru.mos.clusters.project.ProjectView;
import ru.mos.clusters.project.Projects;
import ru.mos.clusters.project.RiskLevel;
import ru.mos.clusters.web.shell.DateConverter;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/**
 * The form of one section of a project, or of one row of it. What is typed goes into the project as it is, and back; only
 * what cannot be read at all is refused, everything else is for the gate to find.
 */
@Named
@RequestScoped
public class ProjectForm {

    /** How a field is typed. */
    public enum Kind {
        TEXT,
        LONG_TEXT,
        FLAG,
        CHOICE,
        CHOICES,
        NUMBER,
        WHOLE,
        DAY,
        LINES
    }

    /** A field: {@code documentDate} stands for {@code date} within {@code document}. */
    public record Field(String name, Kind kind) {
        private boolean nested() {
            return name.startsWith("document") || name.startsWith("valuation");
        }

        private String outer() {
            return name.startsWith("document") ? "document" : "valuation";
        }

        private String inner() {
            var rest = name.substring(outer().length());
            return rest.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + rest.substring(1);
        }

        JsonNode in(JsonNode subject) {
            return nested() ? subject.path(outer()).path(inner()) : subject.path(name);
        }

        ObjectNode holder(ObjectNode subject) {
            return nested() ? subject.withObjectProperty(outer()) : subject;
        }

        String key() {
            return nested() ? inner() : name;
        }
    }

    private static List<Field> fields(Object... pairs) {
        return IntStream.range(0, pairs.length / 2)
                .mapToObj(at -> new Field((String) pairs[2 * at], (Kind) pairs[2 * at + 1]))
                .toList();
    }

    private static final Map<String, List<Field>> PARTS = Map.ofEntries(
            Map.entry("head", fields("title", TEXT, "summary", LONG_TEXT)),
            Map.entry("clusters", fields("cluster", CHOICE, "lead", FLAG)),
            Map.entry("initiator", fields("inn", TEXT)),
            Map.entry(
                    "evidence",
                    fields(
                            "kind",
                            CHOICE,
                            "documentTitle",
                            TEXT,
                            "documentNumber",
                            TEXT,
                            "documentDate",
                            DAY,
                            "amount",
                            NUMBER)),
            Map.entry("goals", fields("kind", CHOICE, "product", TEXT, "productStage", CHOICE, "result", LONG_TEXT)),
            Map.entry("directions", fields("direction", CHOICE, "main", FLAG, "text", TEXT)),
            Map.entry("stages", fields("name", TEXT, "from", DAY, "to", DAY)),
            Map.entry(
                    "activities",
                    fields(
                            "name",
                            TEXT,
                            "kind",
                            CHOICE,
                            "stage",
                            WHOLE,
                            "performer",
                            CHOICE,
                            "from",
                            DAY,
                            "to",
                            DAY,
                            "result",
                            LONG_TEXT)),
            Map.entry(
                    "participants",
                    fields("inn", TEXT, "cluster", CHOICE, "roles", CHOICES, "tasks", LONG_TEXT, "receives", NUMBER)),
            Map.entry(
                    "funding",
                    fields(
                            "stage",
                            WHOLE,
                            "source",
                            CHOICE,
                            "amount",
                            NUMBER,
                            "valuationTitle",
                            TEXT,
                            "valuationNumber",
                            TEXT,
                            "valuationDate",
                            DAY)),
            Map.entry(
                    "agreements",
                    fields(
                            "kind",
                            CHOICE,
                            "parties",
                            LINES,
                            "documentTitle",
                            TEXT,
                            "documentNumber",
                            TEXT,
                            "documentDate",
                            DAY,
                            "amount",
                            NUMBER)),
            Map.entry("indicators", fields("code", CHOICE, "baseline", NUMBER, "plan", NUMBER, "by", DAY)),
            Map.entry(
                    "risks", fields("text", LONG_TEXT, "probability", CHOICE, "impact", CHOICE, "response", LONG_TEXT)),
            Map.entry("documents", fields("title", TEXT)));

    @EJB
    private Projects projects;

    @Inject
    private ListQuery query;

    @Inject
    private ProjectWords words;

    private ProjectView project;
    private long version;
    private String part = "";
    private int row = -1;

    /** What is typed, by the name of the field. */
    private final Map<String, Object> v = new HashMap<>();

    /** Where a fault is mended. */
    static String page(UUID project, String pointer) {
        var steps = pointer.split("/", -1);
        var name = steps.length < 2 ? "" : steps[1];
        var at = steps.length > 2 ? steps[2] : "";
        if (name.equals("initiator") && at.equals("evidence")) {
            name = "evidence";
            at = steps.length > 3 ? steps[3] : "";
        }
        if (pointer.endsWith("/consent")) {
            return "/project/card.xhtml?id=" + project + "#consents";
        }
        var known = PARTS.containsKey(name) ? name : "head";
        return "/project/edit.xhtml?id=" + project + "&edit=" + known + (at.matches("\\d+") ? "&row=" + at : "");
    }

    @PostConstruct
    void open() {
        project = projects.view(ProjectPage.id(query.value("id")));
        if (!project.mayEdit()) {
            throw new Problem(PlatformProblem.FORBIDDEN_ROLE);
        }
        version = project.version();
        part = PARTS.containsKey(query.value("edit")) ? query.value("edit") : "head";
        row = query.value("row").matches("\\d{1,4}") ? Integer.parseInt(query.value("row")) : -1;
        var subject = subject(tree());
        getFields().forEach(field -> show(field, field.in(subject)));
    }

    public ProjectView getProject() {
        return project;
    }

    /** The version that the form is made from, and which it brings back: rows are addressed by their place. */
    public long getVersion() {
        return version;
    }

    public void setVersion(long version) {
        this.version = version;
    }

    public String getPart() {
        return part;
    }

    public List<Field> getFields() {
        return Objects.requireNonNull(PARTS.get(part));
    }

    public Map<String, Object> getV() {
        return v;
    }

    /** Whether an existing row is changed, which may then also be deleted. */
    public boolean isExisting() {
        return part.equals("initiator") ? project.content().initiator() != null : (row >= 0 && !isWhole());
    }

    private boolean isWhole() {
        return part.equals("head") || part.equals("initiator");
    }

    /** What there is to choose. */
    public List<Map.Entry<String, String>> options(Field field) {
        return switch (part + "." + field.name()) {
            case "clusters.cluster" -> words.getClusterOptions();
            case "participants.cluster" -> named(words.getClusterOptions());
            case "evidence.kind" -> ProjectWords.options(InitiatorEvidence.values());
            case "goals.kind" -> ProjectWords.options(GoalKind.values());
            case "goals.productStage" -> ProjectWords.options(ProductStage.values());
            case "directions.direction" -> ProjectWords.options(ProjectDirection.values());
            case "activities.kind" -> ProjectWords.options(ActivityKind.values());
            case "activities.performer" ->
                project.content().participants().stream()
                        .map(ProjectContent.Participant::inn)
                        .filter(Objects::nonNull)
                        .map(inn -> Map.entry(inn, inn))
                        .toList();
            case "participants.roles" -> ProjectWords.options(ParticipantRole.values());
            case "funding.source" -> ProjectWords.options(FundingSource.values());
            case "agreements.kind" -> ProjectWords.options(AgreementKind.values());
            case "indicators.code" -> words.getIndicatorOptions();
            case "risks.probability", "risks.impact" -> ProjectWords.options(RiskLevel.values());
            default -> List.of();
        };
    }

    /** Only those that the project concerns. */
    private List<Map.Entry<String, String>> named(List<Map.Entry<String, String>> all) {
        return all.stream()
                .filter(option -> project.content().clusters().stream()
                        .anyMatch(cluster -> option.getKey().equals(String.valueOf(cluster.cluster()))))
                .toList();
    }

    private ObjectNode tree() {
        return (ObjectNode) Objects.requireNonNull(Json.tree(Json.write(project.content())));
    }

    /** The object of the tree that the form is about: a row, the initiator, or the whole. */
    private JsonNode subject(ObjectNode tree) {
        return switch (part) {
            case "head" -> tree;
            case "initiator" -> tree.path("initiator");
            case "evidence" -> tree.path("initiator").path("evidence").path(row < 0 ? Integer.MAX_VALUE : row);
            default -> tree.path(part).path(row < 0 ? Integer.MAX_VALUE : row);
        };
    }

    private void show(Field field, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return;
        }
        switch (field.kind()) {
            case FLAG -> v.put(field.name(), value.asBoolean());
            case CHOICES -> v.put(field.name(), texts(value));
            case LINES -> v.put(field.name(), String.join("\n", texts(value)));
            case DAY -> v.put(field.name(), Functions.show(LocalDate.parse(value.asText())));
            case NUMBER -> v.put(field.name(), Functions.show(value.decimalValue()));
            case TEXT, LONG_TEXT, CHOICE, WHOLE -> v.put(field.name(), value.asText());
        }
    }

    private static List<String> texts(JsonNode values) {
        var texts = new ArrayList<String>();
        values.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    /** Keeps what is typed. */
    public String save() {
        var tree = tree();
        var subject =
                switch (part) {
                    case "head" -> tree;
                    case "initiator" -> tree.withObjectProperty("initiator");
                    default -> {
                        var rows = rows(tree);
                        yield row >= 0 && row < rows.size() ? (ObjectNode) rows.get(row) : rows.addObject();
                    }
                };
        getFields().forEach(field -> type(field.holder(subject), field));
        return keep(tree);
    }

    /** Deletes the row. */
    public String delete() {
        var tree = tree();
        if (part.equals("initiator")) {
            tree.putNull("initiator");
        } else {
            rows(tree).remove(row);
        }
        return keep(tree);
    }

    private ArrayNode rows(ObjectNode tree) {
        return part.equals("evidence")
                ? tree.withObjectProperty("initiator").withArrayProperty("evidence")
                : tree.withArrayProperty(part);
    }

    private String keep(ObjectNode tree) {
        try {
            projects.edit(project.id(), version, Json.mapper().treeToValue(tree, ProjectContent.class));
        } catch (JsonProcessingException unreadable) {
            throw new Problem(PlatformProblem.FIELD_MALFORMED, part);
        }
        Messages.info("project.saved");
        return Redirect.to("/project/card.xhtml", "id", project.id());
    }

    private void type(ObjectNode into, Field field) {
        switch (field.kind()) {
            case TEXT, LONG_TEXT, CHOICE -> into.put(field.key(), text(field));
            case FLAG -> into.put(field.key(), Boolean.TRUE.equals(v.get(field.name())));
            case CHOICES -> {
                var chosen = into.putArray(field.key());
                if (v.get(field.name()) instanceof List<?> several) {
                    several.forEach(one -> chosen.add(String.valueOf(one)));
                }
            }
            case LINES -> {
                var lines = into.putArray(field.key());
                var typed = text(field);
                if (typed != null) {
                    typed.lines().forEach(lines::add);
                }
            }
            case NUMBER -> into.put(field.key(), number(field));
            case WHOLE -> into.put(field.key(), whole(field));
            case DAY -> {
                var day = day(field);
                into.put(field.key(), day == null ? null : day.toString());
            }
        }
    }

    private @Nullable String text(Field field) {
        var typed = v.get(field.name());
        return typed == null || typed.toString().isBlank()
                ? null
                : typed.toString().strip();
    }

    private @Nullable BigDecimal number(Field field) {
        var typed = text(field);
        if (typed == null) {
            return null;
        }
        var digits = typed.replaceAll("[\\s\\u00a0\\u202f]", "").replace(',', '.');
        if (!digits.matches("-?\\d{1,16}(\\.\\d{1,6})?")) {
            throw malformed(field);
        }
        return new BigDecimal(digits);
    }

    private @Nullable Integer whole(Field field) {
        var typed = text(field);
        if (typed == null) {
            return null;
        }
        if (!typed.matches("\\d{1,6}")) {
            throw malformed(field);
        }
        return Integer.valueOf(typed);
    }

    private @Nullable LocalDate day(Field field) {
        var typed = text(field);
        try {
            return typed == null ? null : DateConverter.parse(typed);
        } catch (Problem unreadable) {
            throw unreadable.at("/" + field.name());
        }
    }

    private static Problem malformed(Field field) {
        return new Problem(PlatformProblem.FIELD_MALFORMED, field.name()).at("/" + field.name());
    }
}
