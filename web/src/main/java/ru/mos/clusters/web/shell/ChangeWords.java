package ru.mos.clusters.web.shell;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.Wording;
import ru.mos.clusters.eligibility.rule.PartRef;
import ru.mos.clusters.platform.People;

/** Recorded changes and tasks in words: what was done, to which field, what stood there before and what after. */
@Named
@RequestScoped
public class ChangeWords {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

    /** Whose constants may stand in a field, in the order in which a word is looked for. */
    private static final List<String> WORDS = List.of(
            "Outcome.",
            "Eligibility.",
            "ParticipantRole.",
            "LegalForm.",
            "DocumentKind.",
            "role.",
            "FactKind.",
            "value.",
            "rules.word.",
            "rules.parameter.",
            "rules.reading.",
            "rules.state.",
            "CallState.");

    /** Fields whose constants have words of their own, which elsewhere mean something else. */
    private static final Map<String, String> WORDS_OF_FIELD = Map.of(
            "forms", "SupportForm.",
            "applicants", "ApplicantKind.",
            "eligibility", "EligibilityUse.",
            "method", "SelectionMethodCode.",
            "tieBreak", "TieBreak.",
            "route", "MoneyRoute.",
            "mode", "FundingMode.");

    /** Fields that hold a login. */
    private static final Set<String> LOGINS =
            Set.of("curator", "heir", "adviser", "deputy", "deputised", "enteredBy", "decidedBy");

    @Inject
    private Texts texts;

    @Inject
    private People people;

    /** One thing that is otherwise; an empty text where there was or is nothing. */
    public record Line(String label, String before, String after) {}

    /** What was done. */
    public String action(String action) {
        return texts.orElse("action." + action, action);
    }

    /** Who did it, by name; the login where no name is known. */
    public @Nullable String who(@Nullable String login) {
        if (login == null) {
            return null;
        }
        return login.equals("system") ? texts.get("shell.system") : people.name(login);
    }

    /** What is to be done. */
    public String task(String kind, Map<String, ?> facts) {
        var words = new HashMap<String, Object>();
        facts.forEach((name, value) -> words.put(name, value instanceof String text ? word(name, text) : value));
        var key = "task." + kind;
        return texts.containsKey(key) ? texts.with(key, words) : kind;
    }

    /** What is otherwise after a change, field by field; of a task only what it asks for. */
    public List<Line> lines(@Nullable JsonNode before, @Nullable JsonNode after) {
        if (after != null && after.has("task") && after.has("facts")) {
            var facts = JSON.convertValue(after.get("facts"), FACTS);
            var asked = new Line("", "", task(after.get("task").asText(), facts));
            return doer(after)
                    .map(doer -> List.of(asked, new Line(texts.get("field.doer"), "", doer)))
                    .orElse(List.of(asked));
        }
        return Difference.of(before, after).stream()
                .filter(field ->
                        !field.path().equals("cluster") && !field.path().equals("id"))
                .map(field -> new Line(
                        label(field.path()), words(field.path(), field.before()), words(field.path(), field.after())))
                .toList();
    }

    /** Whose task it is; records of an older version do not say. */
    private Optional<String> doer(JsonNode opened) {
        if (opened.hasNonNull("login")) {
            return Optional.ofNullable(who(opened.get("login").asText()));
        }
        return opened.hasNonNull("role")
                ? Optional.of(texts.get("role." + opened.get("role").asText()))
                : Optional.empty();
    }

    /** {@code organisation.name} is told by its own text, or as a name; {@code members[2].inn} bears its number. */
    private String label(String path) {
        var plain = path.replaceAll("\\[\\d+]", "");
        var last = plain.substring(plain.lastIndexOf('.') + 1);
        var label = texts.orElse("field." + plain, texts.orElse("field." + last, last));
        var number = path.replaceAll("^[^\\[]*(?:\\[(\\d+)].*)?$", "$1");
        return number.isEmpty() ? label : label + " (" + number + ")";
    }

    private String words(String path, @Nullable String value) {
        if (value == null) {
            return "";
        }
        var name = path.substring(path.lastIndexOf('.') + 1);
        return value.matches("[A-Z0-9_]+(, [A-Z0-9_]+)*")
                ? Arrays.stream(value.split(", ", -1))
                        .map(one -> word(name, one))
                        .collect(Collectors.joining(", "))
                : word(name, value);
    }

    private String word(String name, String text) {
        if (text.equals("true") || text.equals("false")) {
            return texts.get(text.equals("true") ? "shell.yes" : "shell.no");
        }
        if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return Functions.show(LocalDate.parse(text));
        }
        if (text.matches("\\d{4}-\\d{2}-\\d{2}T[\\d:.]+Z")) {
            return Functions.show(Instant.parse(text));
        }
        if (LOGINS.contains(name)) {
            return people.name(text);
        }
        if (name.equals("rule") && text.matches("E\\d")) {
            return texts.with("field.ruleNumbered", text.substring(1));
        }
        if (name.equals("part")) {
            return PartRef.parse(text)
                    .map(part -> Wording.in(Language.current()).of(part.code()))
                    .orElse(text);
        }
        return Stream.concat(Stream.ofNullable(WORDS_OF_FIELD.get(name)), WORDS.stream())
                .map(type -> texts.orElse(type + text, ""))
                .filter(word -> !word.isEmpty())
                .findFirst()
                .orElse(text);
    }
}
