package ru.mos.clusters.web.call;

import static ru.mos.clusters.web.call.CallForm.Kind.CHOICES;
import static ru.mos.clusters.web.call.CallForm.Kind.DAY;
import static ru.mos.clusters.web.call.CallForm.Kind.FLAG;
import static ru.mos.clusters.web.call.CallForm.Kind.MOMENT;
import static ru.mos.clusters.web.call.CallForm.Kind.NUMBER;
import static ru.mos.clusters.web.call.CallForm.Kind.SHARE;
import static ru.mos.clusters.web.call.CallForm.Kind.SHARES;
import static ru.mos.clusters.web.call.CallForm.Kind.TEXT;
import static ru.mos.clusters.web.call.CallForm.Kind.WHOLE;

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
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.CallAction;
import ru.mos.clusters.call.CallTerms;
import ru.mos.clusters.call.CallView;
import ru.mos.clusters.call.Calls;
import ru.mos.clusters.platform.Json;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.web.shell.DateConverter;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** The form of one section of a call, or of one row of it: what is typed goes into the terms as they are, and back. */
@Named
@RequestScoped
public class CallForm {

    /** How a field is typed. */
    enum Kind {
        TEXT,
        FLAG,
        CHOICES,
        NUMBER,
        WHOLE,
        DAY,
        MOMENT,
        SHARE,
        SHARES
    }

    private static final Map<String, Map<String, Kind>> PARTS = Map.of(
            "head",
            Map.of(
                    "titleRu",
                    TEXT,
                    "titleEn",
                    TEXT,
                    "pilot",
                    FLAG,
                    "rules",
                    TEXT,
                    "eligibility",
                    TEXT,
                    "applicants",
                    CHOICES,
                    "forms",
                    CHOICES,
                    "method",
                    TEXT),
            "acts",
            Map.of(),
            "money",
            Map.of("year", WHOLE, "kbk", TEXT, "amount", NUMBER),
            "limits",
            Map.of("projectLeast", NUMBER, "projectMost", NUMBER, "shares", SHARES, "target", SHARE),
            "documents",
            Map.of("titleRu", TEXT, "titleEn", TEXT, "mandatory", FLAG, "template", TEXT),
            "criteria",
            Map.of("code", TEXT, "nameRu", TEXT, "nameEn", TEXT, "weight", NUMBER, "least", WHOLE, "most", WHOLE),
            "selection",
            Map.of(
                    "weightTotal",
                    NUMBER,
                    "minimumScore",
                    NUMBER,
                    "experts",
                    WHOLE,
                    "tieBreak",
                    TEXT,
                    "tieCriterion",
                    TEXT,
                    "returns",
                    WHOLE,
                    "returnDays",
                    WHOLE),
            "dates",
            Map.of(
                    "announcedOn",
                    DAY,
                    "intakeFrom",
                    MOMENT,
                    "intakeUntil",
                    MOMENT,
                    "assessmentDays",
                    WHOLE,
                    "decisionDays",
                    WHOLE),
            "flow",
            Map.of("route", TEXT, "act", TEXT, "paragraph", TEXT, "agreements", FLAG, "mode", TEXT));

    private static final Set<String> ROWS = Set.of("acts", "money", "documents", "criteria");

    @EJB
    private Calls calls;

    @Inject
    private ListQuery query;

    @Inject
    private CallWords words;

    private CallView call;
    private long version;
    private String part = "";
    private int row = -1;

    /** What is typed, by the name of the field. */
    private final Map<String, Object> v = new HashMap<>();

    /** Where a fault is mended. */
    static String page(UUID call, String pointer) {
        var steps = pointer.split("/", -1);
        var name = steps.length < 2 ? "" : steps[1];
        boolean row = ROWS.contains(name) && steps.length > 2;
        var part = PARTS.entrySet().stream()
                .filter(known -> known.getKey().equals(name)
                        || (!ROWS.contains(known.getKey())
                                && !known.getKey().equals("flow")
                                && known.getValue().containsKey(name)))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("head");
        return "/call/edit.xhtml?id=" + call + "&edit=" + part + (row ? "&row=" + steps[2] : "");
    }

    @PostConstruct
    void open() {
        call = calls.view(CallPage.id(query.value("id")));
        if (!call.actions().contains(CallAction.EDIT)) {
            throw new Problem(PlatformProblem.FORBIDDEN_ROLE);
        }
        version = call.version();
        part = PARTS.containsKey(query.value("edit")) ? query.value("edit") : "head";
        row = query.value("row").matches("\\d{1,4}") ? Integer.parseInt(query.value("row")) : -1;
        fill();
    }

    public CallView getCall() {
        return call;
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

    /** Whether an existing row is changed, which may then also be deleted. */
    public boolean isExisting() {
        return row >= 0 && ROWS.contains(part);
    }

    public Map<String, Object> getV() {
        return v;
    }

    private Map<String, Kind> fields() {
        return Objects.requireNonNull(PARTS.get(part));
    }

    private ObjectNode tree() {
        return (ObjectNode) Objects.requireNonNull(Json.tree(Json.write(call.written())));
    }

    /** The object of the tree that the form is about: a row, the flow, or the whole. */
    private JsonNode subject(ObjectNode tree) {
        if (ROWS.contains(part)) {
            return tree.path(part).path(row < 0 ? Integer.MAX_VALUE : row);
        }
        return part.equals("flow") ? tree.path("flow") : tree;
    }

    private void fill() {
        var subject = subject(tree());
        if (part.equals("acts")) {
            if (subject.hasNonNull("act")) {
                v.put(
                        "edition",
                        subject.path("act").asText() + "|"
                                + subject.path("edition").asText(""));
            }
            return;
        }
        fields().forEach((name, kind) -> show(name, kind, subject.path(name)));
    }

    private void show(String name, Kind kind, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return;
        }
        switch (kind) {
            case FLAG -> v.put(name, value.asBoolean());
            case CHOICES -> {
                var chosen = new ArrayList<String>();
                value.forEach(one -> chosen.add(one.asText()));
                v.put(name, chosen);
            }
            case DAY -> v.put(name, Functions.show(LocalDate.parse(value.asText())));
            case MOMENT -> {
                var instant = Instant.parse(value.asText());
                v.put(name, Functions.show(instant.atZone(Time.MOSCOW).toLocalDate()));
                v.put(name + "Time", CallWords.clock(instant));
            }
            case NUMBER -> v.put(name, Functions.show(value.decimalValue()));
            case SHARE -> v.put(name, share(value));
            case SHARES -> {
                var shares = new ArrayList<String>();
                value.forEach(one -> shares.add(share(one)));
                v.put(name, String.join(", ", shares));
            }
            case TEXT, WHOLE -> v.put(name, value.asText());
        }
    }

    private static String share(JsonNode value) {
        return value.path("numerator").asText() + "/"
                + value.path("denominator").asText();
    }

    /** Keeps what is typed. */
    public String save() {
        var tree = tree();
        if (ROWS.contains(part)) {
            var rows = rows(tree);
            var subject = row >= 0 && row < rows.size() ? (ObjectNode) rows.get(row) : rows.addObject();
            type(subject);
        } else {
            type(part.equals("flow") ? tree.putObject("flow") : tree);
        }
        return keep(tree);
    }

    /** Deletes the row. */
    public String delete() {
        var tree = tree();
        rows(tree).remove(row);
        return keep(tree);
    }

    private ArrayNode rows(ObjectNode tree) {
        return (ArrayNode) tree.path(part);
    }

    private String keep(ObjectNode tree) {
        try {
            calls.edit(call.id(), version, Json.mapper().treeToValue(tree, CallTerms.class));
        } catch (JsonProcessingException unreadable) {
            throw new Problem(PlatformProblem.FIELD_MALFORMED, part);
        }
        Messages.info("call.saved");
        return Redirect.to("/call/card.xhtml", "id", call.id());
    }

    private void type(ObjectNode subject) {
        if (part.equals("acts")) {
            var chosen = String.valueOf(text("edition")).split("\\|", 2);
            subject.put("act", chosen[0]);
            subject.put("edition", chosen.length < 2 || chosen[1].isEmpty() ? null : chosen[1]);
            return;
        }
        fields().forEach((name, kind) -> type(subject, name, kind));
    }

    private void type(ObjectNode subject, String name, Kind kind) {
        switch (kind) {
            case TEXT -> subject.put(name, text(name));
            case FLAG -> subject.put(name, Boolean.TRUE.equals(v.get(name)));
            case CHOICES -> {
                var chosen = subject.putArray(name);
                if (v.get(name) instanceof List<?> several) {
                    several.forEach(one -> chosen.add(String.valueOf(one)));
                }
            }
            case NUMBER -> subject.put(name, number(name));
            case WHOLE -> subject.put(name, whole(name));
            case DAY -> {
                var day = day(name);
                subject.put(name, day == null ? null : day.toString());
            }
            case MOMENT -> {
                var moment = moment(name);
                subject.put(name, moment == null ? null : moment.toString());
            }
            case SHARE -> {
                var typed = text(name);
                if (typed == null) {
                    subject.putNull(name);
                } else {
                    share(subject.putObject(name), typed, name);
                }
            }
            case SHARES -> {
                var shares = subject.putArray(name);
                var typed = text(name);
                if (typed != null) {
                    for (var one : typed.split("[,;]", -1)) {
                        share(shares.addObject(), one.strip(), name);
                    }
                }
            }
        }
    }

    private @Nullable String text(String name) {
        var typed = v.get(name);
        return typed == null || typed.toString().isBlank()
                ? null
                : typed.toString().strip();
    }

    private @Nullable BigDecimal number(String name) {
        var typed = text(name);
        if (typed == null) {
            return null;
        }
        var digits = typed.replaceAll("[\\s\\u00a0\\u202f]", "").replace(',', '.');
        if (!digits.matches("-?\\d{1,16}(\\.\\d{1,6})?")) {
            throw malformed(name);
        }
        return new BigDecimal(digits);
    }

    private @Nullable Integer whole(String name) {
        var typed = text(name);
        if (typed == null) {
            return null;
        }
        if (!typed.matches("\\d{1,6}")) {
            throw malformed(name);
        }
        return Integer.valueOf(typed);
    }

    private @Nullable LocalDate day(String name) {
        var typed = text(name);
        try {
            return typed == null ? null : DateConverter.parse(typed);
        } catch (Problem unreadable) {
            throw unreadable.at("/" + name);
        }
    }

    /** A day and a time by the clock of Moscow. */
    private @Nullable Instant moment(String name) {
        var day = day(name);
        var time = text(name + "Time");
        if (day == null) {
            return null;
        }
        if (time == null || !time.matches("([01]?\\d|2[0-3]):[0-5]\\d")) {
            throw malformed(name + "Time");
        }
        return day.atTime(LocalTime.parse(time.length() == 4 ? "0" + time : time))
                .atZone(Time.MOSCOW)
                .toInstant();
    }

    private static void share(ObjectNode into, String typed, String name) {
        if (!typed.matches("\\d{1,9}(/[1-9]\\d{0,8})?")) {
            throw malformed(name);
        }
        var parts = typed.split("/", 2);
        into.put("numerator", parts[0]);
        into.put("denominator", parts.length < 2 ? "1" : parts[1]);
    }

    private static Problem malformed(String name) {
        return new Problem(PlatformProblem.FIELD_MALFORMED, name).at("/" + name);
    }

    /** Editions of acts, with their standing on the day of announcement. */
    public List<Map.Entry<String, String>> getEditions() {
        return words.editions(call.written().announcedOn());
    }

    /** The acts that the call names. */
    public List<Map.Entry<String, String>> getNamedActs() {
        var acts = call.written().acts();
        var named = calls.announcement(call.id()).acts();
        return IntStream.range(0, acts.size())
                .filter(at -> acts.get(at).act() != null)
                .mapToObj(at -> Map.entry(
                        String.valueOf(acts.get(at).act()),
                        words.act(named.get(at).title(), named.get(at).edition())))
                .toList();
    }

    /** The criteria that the call names. */
    public List<Map.Entry<String, String>> getNamedCriteria() {
        return call.written().criteria().stream()
                .filter(criterion -> criterion.code() != null)
                .map(criterion -> Map.entry(
                        Objects.requireNonNull(criterion.code()), words.either(criterion.nameRu(), criterion.nameEn())))
                .toList();
    }
}
