package ru.mos.clusters.web.rules;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.OutcomeChange;
import ru.mos.clusters.eligibility.draft.ActEditionView;
import ru.mos.clusters.eligibility.draft.ParameterBounds;
import ru.mos.clusters.eligibility.draft.RuleContent;
import ru.mos.clusters.eligibility.draft.RuleContent.Cited;
import ru.mos.clusters.eligibility.draft.RuleContent.Clause;
import ru.mos.clusters.eligibility.draft.RuleContent.Example;
import ru.mos.clusters.eligibility.draft.RuleContent.Value;
import ru.mos.clusters.eligibility.draft.RuleState;
import ru.mos.clusters.eligibility.draft.RuleVersions;
import ru.mos.clusters.eligibility.rule.RuleBook.ParameterCode;
import ru.mos.clusters.eligibility.rule.RuleCode;
import ru.mos.clusters.ownership.ReadingCode;
import ru.mos.clusters.web.cluster.SectorNames;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.Language;
import ru.mos.clusters.web.shell.Texts;

/** Rules as people read them: parameters with what follows from them, values in words, examples as one line. */
@Named
@RequestScoped
public class RuleWords {

    @Inject
    private Texts texts;

    @Inject
    private SectorNames sectors;

    @EJB
    private RuleVersions versions;

    /** A part of a version with its place in it. */
    public record Row<T>(int at, T it) {}

    public List<Row<Cited>> citations(RuleContent content) {
        return rows(content.citations());
    }

    public List<Row<Value>> parameters(RuleContent content) {
        return rows(content.parameters());
    }

    public List<Row<Example>> examples(RuleContent content) {
        return rows(content.examples());
    }

    public List<Row<Clause>> clauses(RuleContent content) {
        return rows(content.clauses());
    }

    private static <T> List<Row<T>> rows(List<T> parts) {
        return IntStream.range(0, parts.size())
                .mapToObj(at -> new Row<>(at, parts.get(at)))
                .toList();
    }

    /** With which colour and sign a state is shown. */
    public String look(RuleState state) {
        return switch (state) {
            case PUBLISHED -> "met";
            case OPEN, CHECKED -> "manual";
            case DRAFT -> "unknown";
            case SUPERSEDED, DISCARDED -> "off";
        };
    }

    /** The name of a version in the language of the page. */
    public String title(RuleContent content) {
        var name = Language.current().getLanguage().equals("en") ? content.nameEn() : content.nameRu();
        return name == null ? "—" : name;
    }

    /** The document behind a version. */
    public String basis(RuleContent content) {
        var basis = content.basis();
        if (basis == null || basis.title() == null) {
            return "—";
        }
        return basis.number() == null || basis.date() == null
                ? basis.title()
                : texts.with("paper.numbered", basis.title(), basis.date(), basis.number());
    }

    /** The act and the edition that a condition rests on. */
    public String act(Cited cited) {
        if (cited.act() == null) {
            return "—";
        }
        var title = versions.editions(null).stream()
                .filter(edition -> edition.act().equals(cited.act()))
                .map(ActEditionView::title)
                .findFirst()
                .orElse(cited.act());
        return cited.edition() == null ? title : texts.with("rules.edition", title, cited.edition());
    }

    /** The conditions, for a list to choose from. */
    public List<Map.Entry<String, String>> getRules() {
        return Stream.of(RuleCode.values())
                .map(rule -> Map.entry(rule.name(), Functions.show(rule)))
                .toList();
    }

    public String name(@Nullable ParameterCode code) {
        return code == null ? "—" : texts.get("rules.parameter." + code);
    }

    /** What follows from the parameter. */
    public String consequence(@Nullable ParameterCode code) {
        return code == null ? "" : texts.get("rules.consequence." + code);
    }

    /** What it may be set to, and what it is where nothing says otherwise. */
    public String bounds(@Nullable ParameterCode code) {
        if (code == null) {
            return "";
        }
        var bounds = ParameterBounds.of(code);
        var choices = bounds.choices().isEmpty()
                ? ""
                : bounds.choices().stream().map(this::word).collect(Collectors.joining("; ", ": ", ""));
        return texts.with(
                "rules.bounds", texts.get("rules.type." + bounds.type()) + choices, value(code, bounds.usual()));
    }

    /** A value in words. */
    public String value(@Nullable ParameterCode code, @Nullable String value) {
        if (code == null || value == null) {
            return "—";
        }
        if (value.isBlank()) {
            return texts.get("rules.none");
        }
        return ParameterBounds.of(code).choices().isEmpty()
                ? value
                : Stream.of(value.split(",")).map(String::strip).map(this::word).collect(Collectors.joining(", "));
    }

    private String word(String word) {
        return texts.orElse("rules.word." + word, word);
    }

    /** Words as a person typed them, in the words of the rules; what is no word stays as it is. */
    String constants(String typed, List<String> choices, boolean several) {
        return several
                ? Stream.of(typed.split(","))
                        .map(word -> constant(word.strip(), choices))
                        .collect(Collectors.joining(","))
                : constant(typed.strip(), choices);
    }

    private String constant(String typed, List<String> choices) {
        return choices.stream()
                .filter(choice -> word(choice).equalsIgnoreCase(typed))
                .findFirst()
                .orElse(typed);
    }

    /** A text of the gate with parameters by their names. */
    String named(String text) {
        var named = text;
        for (var code : ParameterCode.values()) {
            named = named.replace(code.name(), "«" + name(code) + "»");
        }
        return named;
    }

    public String reading(ReadingCode code, String value) {
        return code.kind() == ReadingCode.Kind.SWITCH ? texts.get("rules.switch." + value) : value;
    }

    public String sector(@Nullable String code) {
        return code == null ? texts.get("rules.allSectors") : sectors.of(code);
    }

    /** Days as people read them, the last one included. */
    public String period(@Nullable LocalDate from, @Nullable LocalDate until) {
        if (until != null && until.equals(from == null ? LocalDate.MIN : from)) {
            return texts.get("rules.never"); // another version took over on its very first day
        }
        var last = until == null ? null : until.minusDays(1);
        if (from == null) {
            return last == null ? texts.get("rules.always") : texts.with("rules.to", last);
        }
        return last == null ? texts.with("period.since", from) : texts.with("period.fromTo", from, last);
    }

    /** The facts of an example in one line. */
    public String given(Example example) {
        var given = example.given();
        if (given == null || example.rule() == null) {
            return "—";
        }
        var said = new ArrayList<String>();
        said.add(texts.with("rules.given.members", given.members()));
        switch (example.rule()) {
            case E1 -> said.add(given.form() == null ? texts.get("rules.given.noForm") : Functions.show(given.form()));
            case E2 -> {
                said.add(texts.with("rules.given.smes", given.smes()));
                if (given.unknown() > 0) {
                    said.add(texts.with("rules.given.unknown", given.unknown()));
                }
                if (given.partners() > 0) {
                    said.add(texts.with("rules.given.partners", given.partners()));
                }
            }
            case E3 -> said.add(texts.with("rules.given.qualified", given.qualified()));
            case E4 ->
                said.add(
                        given.votes() == null
                                ? texts.get("rules.given.noVotes")
                                : texts.with("rules.given.votes", given.votes()));
            case E5 ->
                said.add(
                        given.documents().isEmpty()
                                ? texts.get("rules.given.noDocuments")
                                : given.documents().stream().map(this::word).collect(Collectors.joining(", ")));
        }
        return String.join("; ", said);
    }

    /** The conditions of a cluster that would come to something else, in one line. */
    public String flips(OutcomeChange change) {
        return change.flips().stream()
                .map(flip -> texts.with(
                        "rules.flip", flip.rule(), Functions.show(flip.before()), Functions.show(flip.after())))
                .collect(Collectors.joining("; "));
    }
}
