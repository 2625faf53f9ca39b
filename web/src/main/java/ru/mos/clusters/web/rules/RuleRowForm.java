package ru.mos.clusters.web.rules;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.draft.ActEditionView;
import ru.mos.clusters.eligibility.draft.ParameterBounds;
import ru.mos.clusters.eligibility.draft.RuleContent;
import ru.mos.clusters.eligibility.draft.RuleContent.Basis;
import ru.mos.clusters.eligibility.draft.RuleContent.Cited;
import ru.mos.clusters.eligibility.draft.RuleContent.Clause;
import ru.mos.clusters.eligibility.draft.RuleContent.Example;
import ru.mos.clusters.eligibility.draft.RuleContent.Given;
import ru.mos.clusters.eligibility.draft.RuleContent.Value;
import ru.mos.clusters.eligibility.draft.RuleDraftView;
import ru.mos.clusters.eligibility.draft.RuleDrafts;
import ru.mos.clusters.eligibility.draft.RuleVersions;
import ru.mos.clusters.eligibility.rule.LegalForm;
import ru.mos.clusters.eligibility.rule.Outcome;
import ru.mos.clusters.eligibility.rule.RuleBook.ParameterCode;
import ru.mos.clusters.eligibility.rule.RuleCode;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.web.shell.DateConverter;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;
import ru.mos.clusters.web.shell.Texts;

/** The form of one part of a draft: its head, or a row of its citations, parameters, examples or transition clauses. */
@Named
@RequestScoped
public class RuleRowForm {

    private static final List<String> DOCUMENTS =
            ParameterBounds.of(ParameterCode.ADMISSION_DOCUMENTS).choices();

    @EJB
    private RuleDrafts drafts;

    @EJB
    private RuleVersions versions;

    @Inject
    private ListQuery query;

    @Inject
    private RuleWords words;

    @Inject
    private Texts texts;

    private RuleDraftView draft;
    private String part = "";
    private int row = -1;

    /** What is typed, by the name of the field. */
    private final Map<String, Object> v = new HashMap<>();

    @PostConstruct
    void open() {
        draft = drafts.view(RuleDraftPage.id(query.value("id")));
        part = query.value("edit");
        row = query.value("row").matches("\\d{1,4}") ? Integer.parseInt(query.value("row")) : -1;
        fill();
    }

    /** {@code head}, {@code citations}, {@code parameters}, {@code examples} or {@code clauses}; empty: none. */
    public String getPart() {
        return part;
    }

    /** Whether an existing row is changed, which may then also be deleted. */
    public boolean isExisting() {
        return row >= 0;
    }

    public Map<String, Object> getV() {
        return v;
    }

    private void fill() {
        var content = draft.content();
        switch (part) {
            case "head" -> head(content);
            case "citations" -> at(content.citations()).forEach(this::citation);
            case "parameters" -> at(content.parameters()).forEach(this::parameter);
            case "examples" -> at(content.examples()).forEach(this::example);
            case "clauses" -> at(content.clauses()).forEach(this::clause);
            default -> part = "";
        }
    }

    private <T> Stream<T> at(List<T> parts) {
        return row >= 0 && row < parts.size() ? Stream.of(parts.get(row)) : Stream.of();
    }

    private void put(String name, @Nullable Object value) {
        if (value != null) {
            v.put(name, value instanceof LocalDate day ? Functions.show(day) : value.toString());
        }
    }

    private void head(RuleContent content) {
        put("nameRu", content.nameRu());
        put("nameEn", content.nameEn());
        put("from", content.from());
        v.put("pilot", content.pilot());
        if (content.basis() != null) {
            put("title", content.basis().title());
            put("number", content.basis().number());
            put("date", content.basis().date());
        }
    }

    private void citation(Cited cited) {
        put("rule", cited.rule());
        put("edition", cited.act() == null ? null : key(cited.act(), cited.edition()));
        put("paragraph", cited.paragraph());
    }

    private void parameter(Value value) {
        put("code", value.code());
        put("sector", value.sector());
        put("from", value.from());
        put("to", value.until() == null ? null : value.until().minusDays(1));
        put(
                "value",
                value.value() == null || value.value().isBlank()
                        ? value.value()
                        : words.value(value.code(), value.value()));
        put("basis", value.basis());
    }

    private void example(Example example) {
        put("rule", example.rule());
        put("sector", example.sector());
        put("on", example.on());
        put("expected", example.expected());
        var given = example.given();
        if (given != null) {
            put("members", given.members());
            put("smes", given.smes());
            put("unknown", given.unknown());
            put("qualified", given.qualified());
            put("partners", given.partners());
            put("form", given.form());
            put("votes", given.votes());
            put(
                    "documents",
                    given.documents().isEmpty()
                            ? null
                            : words.value(ParameterCode.ADMISSION_DOCUMENTS, String.join(",", given.documents())));
        }
    }

    private void clause(Clause clause) {
        put("ofVersion", clause.ofVersion());
        put("decidedBefore", clause.decidedBefore());
        put("validTo", clause.validTo());
        put("basis", clause.basis());
    }

    /** Keeps what is typed. */
    public String save() {
        var content = draft.content();
        return keep(
                switch (part) {
                    case "head" ->
                        new RuleContent(
                                text("nameRu"),
                                text("nameEn"),
                                day("from"),
                                Boolean.TRUE.equals(v.get("pilot")),
                                new Basis(text("title"), text("number"), day("date")),
                                content.citations(),
                                content.parameters(),
                                content.examples(),
                                content.clauses());
                    case "citations" -> with(content, set(content.citations(), cited()), null, null, null);
                    case "parameters" -> with(content, null, set(content.parameters(), value()), null, null);
                    case "examples" -> with(content, null, null, set(content.examples(), example()), null);
                    default -> with(content, null, null, null, set(content.clauses(), clause()));
                });
    }

    /** Deletes the row. */
    public String delete() {
        var content = draft.content();
        return keep(
                switch (part) {
                    case "citations" -> with(content, without(content.citations()), null, null, null);
                    case "parameters" -> with(content, null, without(content.parameters()), null, null);
                    case "examples" -> with(content, null, null, without(content.examples()), null);
                    default -> with(content, null, null, null, without(content.clauses()));
                });
    }

    private String keep(RuleContent content) {
        drafts.edit(draft.id(), draft.version(), content);
        Messages.info("rules.saved");
        return Redirect.to("/rules/draft.xhtml", "id", draft.id());
    }

    private static RuleContent with(
            RuleContent content,
            @Nullable List<Cited> citations,
            @Nullable List<Value> parameters,
            @Nullable List<Example> examples,
            @Nullable List<Clause> clauses) {
        return new RuleContent(
                content.nameRu(),
                content.nameEn(),
                content.from(),
                content.pilot(),
                content.basis(),
                citations == null ? content.citations() : citations,
                parameters == null ? content.parameters() : parameters,
                examples == null ? content.examples() : examples,
                clauses == null ? content.clauses() : clauses);
    }

    private <T> List<T> set(List<T> parts, T changed) {
        var all = new ArrayList<>(parts);
        if (row >= 0 && row < all.size()) {
            all.set(row, changed);
        } else {
            all.add(changed);
        }
        return all;
    }

    private <T> List<T> without(List<T> parts) {
        var all = new ArrayList<>(parts);
        if (row >= 0 && row < all.size()) {
            all.remove(row);
        }
        return all;
    }

    private Cited cited() {
        var chosen = text("edition");
        var parts = chosen == null ? new String[] {"", ""} : chosen.split("\\|", 2);
        return new Cited(
                choice("rule", RuleCode.class),
                parts[0].isEmpty() ? null : parts[0],
                parts.length < 2 || parts[1].isEmpty() ? null : LocalDate.parse(parts[1]),
                text("paragraph"));
    }

    private Value value() {
        var to = day("to");
        var code = choice("code", ParameterCode.class);
        var typed = text("value");
        if (code != null && typed != null) {
            var bounds = ParameterBounds.of(code);
            typed = words.constants(typed, bounds.choices(), bounds.several());
        }
        return new Value(
                code,
                text("sector"),
                day("from"),
                to == null ? null : to.plusDays(1),
                typed == null ? "" : typed,
                text("basis"));
    }

    private Example example() {
        var documents = text("documents");
        return new Example(
                choice("rule", RuleCode.class),
                text("sector"),
                day("on"),
                new Given(
                        count("members"),
                        count("smes"),
                        count("unknown"),
                        count("qualified"),
                        count("partners"),
                        choice("form", LegalForm.class),
                        votes(),
                        documents == null
                                ? List.of()
                                : List.of(words.constants(documents, DOCUMENTS, true)
                                        .split(",", -1))),
                choice("expected", Outcome.class));
    }

    private Clause clause() {
        return new Clause(count("ofVersion"), day("decidedBefore"), day("validTo"), text("basis"));
    }

    private @Nullable String text(String name) {
        var typed = v.get(name);
        return typed == null || typed.toString().isBlank()
                ? null
                : typed.toString().strip();
    }

    private @Nullable LocalDate day(String name) {
        var typed = text(name);
        try {
            return typed == null ? null : DateConverter.parse(typed);
        } catch (Problem unreadable) {
            throw unreadable.at("/" + name);
        }
    }

    private int count(String name) {
        var typed = text(name);
        if (typed == null) {
            return 0;
        }
        if (!typed.matches("\\d{1,4}")) {
            throw malformed(name);
        }
        return Integer.parseInt(typed);
    }

    private @Nullable Fraction votes() {
        var typed = text("votes");
        if (typed == null) {
            return null;
        }
        if (!typed.matches("\\d{1,9}/[1-9]\\d{0,8}")) {
            throw malformed("votes");
        }
        var parts = typed.split("/", 2);
        return new Fraction(new BigInteger(parts[0]), new BigInteger(parts[1]));
    }

    private static Problem malformed(String name) {
        return new Problem(PlatformProblem.FIELD_MALFORMED, name).at("/" + name);
    }

    private <E extends Enum<E>> @Nullable E choice(String name, Class<E> type) {
        var typed = text(name);
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(typed))
                .findFirst()
                .orElse(null);
    }

    private static String key(String act, @Nullable LocalDate edition) {
        return act + "|" + (edition == null ? "" : edition);
    }

    /** Editions of acts to choose from, with their standing on the first day of the draft. */
    public List<Map.Entry<String, String>> getEditions() {
        return versions.editions(draft.content().from()).stream()
                .map(edition -> Map.entry(key(edition.act(), edition.edition()), told(edition)))
                .toList();
    }

    private String told(ActEditionView edition) {
        return edition.title()
                + (edition.edition() == null ? "" : ", " + Functions.show(edition.edition()))
                + (edition.status() == null ? "" : " (" + texts.get("Citation." + edition.status()) + ")");
    }

    public List<Map.Entry<String, String>> getCodes() {
        return Arrays.stream(ParameterCode.values())
                .map(code -> Map.entry(code.name(), words.name(code)))
                .toList();
    }

    /** What the parameter may be set to; of a new row, of every parameter. */
    public List<Map.Entry<String, String>> getHelp() {
        return Arrays.stream(ParameterCode.values())
                .filter(code -> !isExisting() || code.name().equals(v.get("code")))
                .map(code -> Map.entry(words.name(code), words.bounds(code)))
                .toList();
    }

    public List<Map.Entry<String, String>> getForms() {
        return options(LegalForm.values());
    }

    public List<Map.Entry<String, String>> getOutcomes() {
        return options(Outcome.values());
    }

    private static List<Map.Entry<String, String>> options(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(one -> Map.entry(one.name(), Functions.show(one)))
                .toList();
    }
}
